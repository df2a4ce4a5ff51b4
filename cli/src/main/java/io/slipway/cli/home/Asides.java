package io.slipway.cli.home;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Files that are written aside, and renamed when they are whole. A process that is killed in between leaves them. */
public final class Asides {
    private static final String ENDING = ".new";
    /** Nobody writes a file for so long. */
    private static final Duration LEFT = Duration.ofDays(1);

    private Asides() {}

    /** A new one that only its owner may read; what others of that beginning were left there goes. */
    public static Path make(Path folder, String beginning) throws IOException {
        tidy(folder, beginning);
        return Files.createTempFile(folder, beginning, ENDING);
    }

    /** What cannot be looked at or removed stays: another process may have renamed it since, or own it. */
    private static void tidy(Path folder, String beginning) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, file -> isOne(file, beginning))) {
            files.forEach(Asides::removeOld);
        } catch (IOException | DirectoryIteratorException unreadable) {
            // whoever writes there hears of it
        }
    }

    private static void removeOld(Path file) {
        try {
            if (Files.getLastModifiedTime(file)
                    .toInstant()
                    .isBefore(Instant.now().minus(LEFT))) {
                Files.deleteIfExists(file);
            }
        } catch (IOException gone) {
            // nor does it matter here
        }
    }

    private static boolean isOne(Path file, String beginning) {
        String name = file.getFileName().toString();
        return name.startsWith(beginning) && name.endsWith(ENDING) && Files.isRegularFile(file);
    }
}
