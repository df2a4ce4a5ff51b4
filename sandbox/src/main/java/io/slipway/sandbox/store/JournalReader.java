package io.slipway.sandbox.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a journal or snapshot onto the shelves. */
final class JournalReader {

    private JournalReader() {}

    /** The last version read, and the length of the file up to the end of its last whole line. */
    record Result(long version, long goodBytes) {}

    static Result read(Path file, Shelves shelves, long skipUpTo) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        long version = skipUpTo;
        int start = 0;
        int number = 1;
        for (int end = next(bytes, start); end >= 0; end = next(bytes, start)) {
            JournalLine line = parse(file, bytes, start, end, number++);
            if (line.version() > skipUpTo || skipUpTo == 0) {
                put(line, shelves);
                version = Math.max(version, line.version());
            }
            start = end + 1;
        }
        return new Result(version, start);
    }

    private static JournalLine parse(Path file, byte[] bytes, int start, int end, int number) throws IOException {
        try {
            return JournalLine.parse(bytes, start, end - start);
        } catch (IOException broken) {
            throw new IOException(
                    "%s:%d: the line is damaged; delete the folder to start afresh".formatted(file, number), broken);
        }
    }

    private static void put(JournalLine line, Shelves shelves) {
        line.kind()
                .ifPresent(kind -> line.object().ifPresent(object -> {
                    if (line.deleted()) {
                        shelves.remove(kind, object);
                    } else {
                        shelves.put(kind, object);
                    }
                }));
    }

    /** The position of the next line break; a last line without one was torn and does not count. */
    private static int next(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
