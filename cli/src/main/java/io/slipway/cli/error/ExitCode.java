package io.slipway.cli.error;

import io.slipway.model.journal.RolloutStatus;

/** What the process ends with. */
public final class ExitCode {
    /** Done. */
    public static final int DONE = 0;
    /** The rollout, or what was asked for, failed. */
    public static final int FAILED = 1;
    /** Wrong usage, or an invalid pipeline. */
    public static final int INVALID = 2;
    /** The rollout is paused and waits for a person. */
    public static final int PAUSED = 3;
    /** The rollout was aborted or cancelled. */
    public static final int ABORTED = 4;
    /** A server cannot be reached. */
    public static final int UNREACHABLE = 5;
    /** Changes or drift were found, with {@code --exit-code}. */
    public static final int CHANGES = 6;
    /** Interrupted from the keyboard. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}

    /** The exit code for where a rollout is; one that still runs was left alone, which is no failure. */
    public static int of(RolloutStatus status) {
        return switch (status) {
            case SUCCEEDED, RUNNING, UNDONE -> DONE;
            case FAILED -> FAILED;
            case PAUSED -> PAUSED;
            case ABORTED, CANCELLED -> ABORTED;
        };
    }
}
