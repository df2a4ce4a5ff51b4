package io.slipway.reports;

import java.util.List;
import java.util.Locale;

/**
 * A section or command of the guide.
 *
 * @param section its reference, such as {@code spark/validation/3}
 * @param status what came of the steps and checks that carry it out
 * @param steps the steps
 * @param checks the checks
 */
public record Coverage(String section, Status status, List<String> steps, List<String> checks) {
    public Coverage {
        steps = List.copyOf(steps);
        checks = List.copyOf(checks);
    }

    /** What came of a section of the guide. */
    public enum Status {
        /** All of it was done and every check passed. */
        DONE,
        /** A step or check failed. */
        FAILED,
        /** A step has not run, or was skipped. */
        OPEN;

        /** The word for people and JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
