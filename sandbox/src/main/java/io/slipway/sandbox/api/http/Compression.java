package io.slipway.sandbox.api.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Large answers for clients that read gzip. */
final class Compression {

    static final String GZIP = "gzip";

    /** From so many bytes on an API server compresses. */
    private static final int LARGE = 128 << 10;

    private Compression() {}

    /** Whether an answer of that length is compressed for who sent these values of {@code Accept-Encoding}. */
    static boolean suits(int length, List<String> accepted) {
        return length >= LARGE
                && accepted.stream()
                        .flatMap(values -> Stream.of(values.split(",", -1)))
                        .map(value -> value.split(";", -1)[0].strip())
                        .anyMatch(GZIP::equals);
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new Fast(compressed)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }

    /** As little work as an API server takes for it. */
    private static final class Fast extends GZIPOutputStream {
        Fast(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
