package io.slipway.reports.history;

import java.util.List;
import java.util.Locale;

/** What the last result of a check tells beside those before it. */
public enum Trend {
    /** It holds or fails by turns. */
    FLAPPING,
    /** It fails, and did not the time before. */
    NEW_FAILURE,
    /** It failed the time before as well. */
    STILL_FAILING,
    /** It holds again. */
    CURED,
    /** It holds, as before. */
    STEADY,
    /** It is not asked any more. */
    GONE;

    /** A check that changed its mind so often among the last times is flapping. */
    private static final int CHANGES = 3;

    private static final int TIMES = 8;

    /** The word for people and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The trend of results, the oldest first. */
    static Trend of(List<CheckHistory.Result> results) {
        if (results.getLast() == CheckHistory.Result.ABSENT) {
            return GONE;
        }
        List<Boolean> failed = results.stream()
                .filter(result -> result != CheckHistory.Result.ABSENT)
                .map(result -> result == CheckHistory.Result.FAILED)
                .toList();
        if (changes(failed.subList(Math.max(0, failed.size() - TIMES), failed.size())) >= CHANGES) {
            return FLAPPING;
        }
        boolean before = failed.size() > 1 && failed.get(failed.size() - 2);
        if (failed.getLast()) {
            return before ? STILL_FAILING : NEW_FAILURE;
        }
        return before ? CURED : STEADY;
    }

    private static int changes(List<Boolean> failed) {
        int changes = 0;
        for (int i = 1; i < failed.size(); i++) {
            if (!failed.get(i).equals(failed.get(i - 1))) {
                changes++;
            }
        }
        return changes;
    }
}
