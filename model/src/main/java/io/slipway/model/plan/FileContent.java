package io.slipway.model.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;

/** The content of a file as a plan keeps it: a text as it is, any other content in Base64 after a mark. */
public final class FileContent {
    private static final String MARK = "data:application/octet-stream;base64,";

    private FileContent() {}

    static String text(byte[] bytes) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith(MARK) ? encoded(bytes) : text;
        } catch (CharacterCodingException noText) {
            return encoded(bytes);
        }
    }

    private static String encoded(byte[] bytes) {
        return MARK + Base64.getEncoder().encodeToString(bytes);
    }

    /** The bytes of the file whose content a plan keeps so. */
    public static byte[] bytes(String kept) {
        return kept.startsWith(MARK) ? Base64.getDecoder().decode(kept.substring(MARK.length())) : kept.getBytes(UTF_8);
    }
}
