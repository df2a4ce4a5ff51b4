package io.slipway.reports.words;

import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.StepStatus;
import io.slipway.reports.CheckReport;
import java.util.Locale;

/**
 * The sign of a status, with its word, so that nothing hangs on colour alone.
 *
 * @param sign one character
 * @param word lower-case word
 * @param tone which colour it has
 */
public record Mark(String sign, String word, Tone tone) {

    /** What colours mean. */
    public enum Tone {
        GOOD,
        BAD,
        WAITS,
        BUSY,
        QUIET;

        /** The name of the tone as a CSS class. */
        public String css() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The mark of a step. */
    public static Mark of(StepStatus status) {
        return switch (status) {
            case SUCCEEDED -> new Mark("✔", "succeeded", Tone.GOOD);
            case FAILED -> new Mark("✘", "failed", Tone.BAD);
            case PAUSED -> new Mark("‖", "paused", Tone.WAITS);
            case RUNNING -> new Mark("▶", "running", Tone.BUSY);
            case RETRYING -> new Mark("↻", "retrying", Tone.WAITS);
            case SKIPPED -> new Mark("–", "skipped", Tone.QUIET);
            case UNDONE -> new Mark("↶", "undone", Tone.QUIET);
            case PENDING -> new Mark("·", "not started", Tone.QUIET);
        };
    }

    /** The mark of a rollout. */
    public static Mark of(RolloutStatus status) {
        return switch (status) {
            case SUCCEEDED -> new Mark("✔", "succeeded", Tone.GOOD);
            case FAILED -> new Mark("✘", "failed", Tone.BAD);
            case ABORTED -> new Mark("✘", "aborted", Tone.BAD);
            case CANCELLED -> new Mark("✘", "cancelled", Tone.BAD);
            case UNDONE -> new Mark("↶", "undone", Tone.QUIET);
            case PAUSED -> new Mark("‖", "paused", Tone.WAITS);
            case RUNNING -> new Mark("▶", "running", Tone.BUSY);
        };
    }

    /** The mark of a check. */
    public static Mark of(CheckReport check) {
        if (check.passed()) {
            return new Mark("✔", "passed", Tone.GOOD);
        }
        return check.failed() ? new Mark("✘", "failed", Tone.BAD) : new Mark("!", "warning", Tone.WAITS);
    }
}
