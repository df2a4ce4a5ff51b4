package io.slipway.workflows.rollout;

/**
 * How the rollout is to end before all its steps are done.
 *
 * @param requested whether it is
 * @param aborted whether a person asked for it
 * @param undo whether what was done is undone
 * @param reason why
 */
record Ending(boolean requested, boolean aborted, boolean undo, String reason) {
    static Ending none() {
        return new Ending(false, false, false, "");
    }

    static Ending failed(String reason, boolean undo) {
        return new Ending(true, false, undo, reason);
    }

    static Ending aborted(String reason, boolean undo) {
        return new Ending(true, true, undo, reason);
    }

    /** Both: the first reason stays, a later abort or undo is added. */
    Ending and(Ending later) {
        if (!requested) {
            return later;
        }
        String why = later.aborted && !aborted ? later.reason : reason;
        return new Ending(true, aborted || later.aborted, undo || later.undo, why);
    }
}
