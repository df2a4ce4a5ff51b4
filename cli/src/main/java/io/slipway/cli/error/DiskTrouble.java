package io.slipway.cli.error;

import io.slipway.worker.engine.FileReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/**
 * What a disk refuses, with what can be done about it.
 *
 * @param message what it refuses, and which file that is about where it says so
 * @param fix what to do, or empty
 */
record DiskTrouble(String message, String fix) {
    private static final String ELSEWHERE = "or name another folder for Slipway's state by SLIPWAY_HOME.";

    static DiskTrouble of(IOException problem) {
        String reason = reason(problem);
        boolean alone = !(problem instanceof FileSystemException file) || file.getFile() == null;
        return new DiskTrouble(alone ? reason : ((FileSystemException) problem).getFile() + ": " + reason, fix(reason));
    }

    /** Of one whose message names what was being done. */
    static DiskTrouble of(UncheckedIOException problem) {
        IOException cause = problem.getCause();
        DiskTrouble plain = of(cause);
        boolean silent = problem.getMessage() == null || problem.getMessage().equals(cause.toString());
        return silent ? plain : new DiskTrouble(problem.getMessage() + ": " + plain.message(), plain.fix());
    }

    private static String reason(IOException problem) {
        if (problem instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        String name = problem.getClass().getName();
        return FileReason.of(name)
                .orElseGet(
                        () -> problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage());
    }

    private static String fix(String reason) {
        String said = reason.toLowerCase(Locale.ROOT);
        if (said.contains("no space left") || said.contains("quota exceeded")) {
            return "Make room there, " + ELSEWHERE;
        }
        return said.contains("read-only file system") || said.equals("permission denied")
                ? "Make it writable, " + ELSEWHERE
                : "";
    }
}
