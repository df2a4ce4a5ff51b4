package io.slipway.activities.step;

import io.slipway.model.action.Action;

/**
 * Carries out one verb. It is called again with the same key after a lost worker, so it must find what it started
 * under that key and follow it; see "Identity" in {@code ARCHITECTURE.md}.
 *
 * @param <A> the verb's record
 */
@FunctionalInterface
public interface VerbHandler<A extends Action> {
    /** What the undo of a verb without one comes to. */
    String NOTHING_TO_UNDO = "nothing to undo";

    /**
     * Does the step and waits for its end.
     *
     * @return the outputs: a record of the verb's {@code outputs} type or a map, and the line for people
     * @throws StepFailure when the outcome is a failure; the workflow decides what follows
     * @throws InterruptedException when the step is cancelled or the worker stops
     */
    Done run(A action, StepContext context) throws InterruptedException;

    /**
     * Takes the step back, from the details of its tries. A verb that overrides it says so with {@code undo} of its
     * {@link io.slipway.model.spec.Verb}.
     *
     * @throws StepFailure when it cannot be taken back
     */
    default Done undo(A action, StepContext context) throws InterruptedException {
        return Done.of(NOTHING_TO_UNDO);
    }
}
