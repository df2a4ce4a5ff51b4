package io.slipway.reports.words;

import io.slipway.model.journal.StepStatus;
import io.slipway.reports.Totals;
import java.util.stream.Collectors;

/** Counts as phrases. */
public final class Counts {
    private Counts() {}

    /** Steps, such as {@code 12 of 14 done, 1 failed}. */
    public static String steps(Totals totals) {
        String rest = totals.steps().entrySet().stream()
                .filter(entry -> entry.getKey() != StepStatus.SUCCEEDED)
                .map(entry -> entry.getValue() + " " + Mark.of(entry.getKey()).word())
                .collect(Collectors.joining(", "));
        String done = totals.stepsWith(StepStatus.SUCCEEDED) + " of " + totals.stepCount() + " done";
        return rest.isEmpty() ? done : done + ", " + rest;
    }

    /** Checks, such as {@code 22 of 23 passed, 1 failed}; {@code none} when there are none. */
    public static String checks(Totals totals) {
        if (totals.checkCount() == 0) {
            return "none";
        }
        String text = totals.checksPassed() + " of " + totals.checkCount() + " passed";
        text += totals.checksFailed() == 0 ? "" : ", " + totals.checksFailed() + " failed";
        return text + (totals.checksWarned() == 0 ? "" : ", " + plural(totals.checksWarned(), "warning"));
    }

    /** Objects, such as {@code 9 created, 3 unchanged}; {@code none} when nothing was touched. */
    public static String changes(Totals totals) {
        return totals.changes().isEmpty()
                ? "none"
                : totals.changes().entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey().word())
                        .collect(Collectors.joining(", "));
    }

    /** A count of things, such as {@code 1 warning}. */
    public static String plural(long count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }
}
