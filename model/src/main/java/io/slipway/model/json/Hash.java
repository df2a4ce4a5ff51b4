package io.slipway.model.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Content hashes: SHA-256 in lower-case hexadecimal, 64 characters. */
public final class Hash {
    private Hash() {}

    /** Hash of bytes. */
    public static String of(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Hash of a text in UTF-8. */
    public static String of(String content) {
        return of(content.getBytes(UTF_8));
    }
}
