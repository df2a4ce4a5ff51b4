package io.slipway.cli.console;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Times for people: servers know them to the nanosecond. */
public final class Times {
    private Times() {}

    /** To the second, as {@code 2026-11-21T05:30:44Z}; empty when there is none. */
    public static String shown(Optional<Instant> time) {
        return time.map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("");
    }
}
