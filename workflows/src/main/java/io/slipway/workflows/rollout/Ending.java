package io.slipway.workflows.rollout;

import io.slipway.model.journal.RolloutStatus;
import java.util.Optional;

/**
 * How the rollout is to end before all its steps are done.
 *
 * @param how failed, aborted or cancelled; empty as long as nothing ends it
 * @param undo whether what was done is undone
 * @param reason why
 */
record Ending(Optional<RolloutStatus> how, boolean undo, String reason) {
    static Ending none() {
        return new Ending(Optional.empty(), false, "");
    }

    static Ending failed(String reason, boolean undo) {
        return new Ending(Optional.of(RolloutStatus.FAILED), undo, reason);
    }

    /** A person decided so. */
    static Ending aborted(String reason, boolean undo) {
        return new Ending(Optional.of(RolloutStatus.ABORTED), undo, reason);
    }

    /** What was done has been taken back. */
    static Ending undone(String reason) {
        return new Ending(Optional.of(RolloutStatus.UNDONE), false, reason);
    }

    /** Temporal was asked to cancel the run. */
    static Ending cancelled(String reason) {
        return new Ending(Optional.of(RolloutStatus.CANCELLED), false, reason);
    }

    /** Whether anything ends the rollout. */
    boolean requested() {
        return how.isPresent();
    }

    boolean isCancelled() {
        return how.filter(RolloutStatus.CANCELLED::equals).isPresent();
    }

    /** The status that this gives. */
    RolloutStatus status() {
        return how.orElse(RolloutStatus.SUCCEEDED);
    }

    /** Both: the first stays, but what a person asks for counts more than a failure, and a later undo is added. */
    Ending and(Ending later) {
        boolean failed = how.filter(RolloutStatus.FAILED::equals).isPresent();
        Ending counts = !requested() || (failed && later.requested()) ? later : this;
        boolean first = failed && later.how.filter(RolloutStatus.FAILED::equals).isPresent();
        return new Ending(counts.how, undo || later.undo, first ? reason : counts.reason);
    }
}
