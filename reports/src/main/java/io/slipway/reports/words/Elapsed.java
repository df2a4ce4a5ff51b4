package io.slipway.reports.words;

import java.util.Locale;

/** Elapsed time for people. */
public final class Elapsed {
    private Elapsed() {}

    /** Seconds as {@code 0.4 s}, {@code 12.3 s}, {@code 2m 05s} or {@code 1h 02m}. */
    public static String of(double seconds) {
        if (seconds < 59.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        if (whole < 3600) {
            return String.format(Locale.ROOT, "%dm %02ds", whole / 60, whole % 60);
        }
        return String.format(Locale.ROOT, "%dh %02dm", whole / 3600, whole % 3600 / 60);
    }
}
