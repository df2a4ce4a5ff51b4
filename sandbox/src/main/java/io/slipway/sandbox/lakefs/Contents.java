package io.slipway.sandbox.lakefs;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The bytes of objects by their checksum, in memory. */
final class Contents {
    private final Map<String, Content> all = new ConcurrentHashMap<>();

    /**
     * One content.
     *
     * @param bytes never modified
     * @param modified when it was first kept, to the millisecond
     */
    record Content(byte[] bytes, Instant modified) {}

    /** Keeps bytes; gives their MD5, which S3's clients compare with what they sent. */
    String keep(byte[] bytes) {
        String checksum = md5(bytes);
        all.putIfAbsent(checksum, new Content(bytes, Instant.now().truncatedTo(ChronoUnit.MILLIS)));
        return checksum;
    }

    /**
     * What was kept.
     *
     * @throws LakefsProblem when nothing has that checksum
     */
    Content of(String checksum) {
        Content content = all.get(checksum);
        if (content == null) {
            throw new LakefsProblem(410, "the object's content is gone");
        }
        return content;
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has MD5", impossible);
        }
    }
}
