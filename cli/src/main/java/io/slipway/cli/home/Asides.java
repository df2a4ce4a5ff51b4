package io.slipway.cli.home;

import java.io.IOException;
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

    private static void tidy(Path folder, String beginning) throws IOException {
        Instant before = Instant.now().minus(LEFT);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, file -> isOne(file, beginning))) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isOne(Path file, String beginning) {
        String name = file.getFileName().toString();
        return name.startsWith(beginning) && name.endsWith(ENDING) && Files.isRegularFile(file);
    }
}
