package io.slipway.cli.error;

import io.slipway.activities.store.FileReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * What a disk refuses, with what can be done about it.
 *
 * @param message what it refuses, and which file that is about where it says so
 * @param fix what to do, or empty
 */
record DiskTrouble(String message, String fix) {
    private static final String ELSEWHERE = "or set SLIPWAY_HOME to another folder.";

    static DiskTrouble of(IOException problem) {
        return new DiskTrouble(FileReason.withFile(problem), fix(FileReason.of(problem)));
    }

    /** Of one whose message names what was being done. */
    static DiskTrouble of(UncheckedIOException problem) {
        IOException cause = problem.getCause();
        DiskTrouble plain = of(cause);
        boolean silent = problem.getMessage() == null || problem.getMessage().equals(cause.toString());
        return silent ? plain : new DiskTrouble(problem.getMessage() + ": " + plain.message(), plain.fix());
    }

    private static String fix(String reason) {
        String said = reason.toLowerCase(Locale.ROOT);
        if (said.contains("no space left") || said.contains("quota exceeded")) {
            return "Free some space there, " + ELSEWHERE;
        }
        return said.contains("read-only file system") || said.equals("permission denied")
                ? "Make it writable, " + ELSEWHERE
                : "";
    }
}
