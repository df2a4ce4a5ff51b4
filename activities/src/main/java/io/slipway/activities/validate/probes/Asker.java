package io.slipway.activities.validate.probes;

import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.model.action.Probe;

/**
 * Asks one kind of probe.
 *
 * @param <P> the probe's record
 */
public interface Asker<P extends Probe> {
    /** What is asked, for people: {@code route/spark-history}. */
    String subject(P probe);

    /** What must hold without {@code expect}, in words. */
    String rule(P probe);

    /**
     * How a person asks the same, for the fix of a check that does not hold.
     *
     * @param namespace namespace of probes that name none
     */
    String byHand(P probe, String namespace);

    /** What {@link #ask} asks of the API server, as far as it is known before. */
    Calls calls(P probe, Reach reach) throws InterruptedException;

    /**
     * Asks once.
     *
     * @throws io.slipway.activities.step.StepFailure when it cannot be asked, with the reason
     * @throws InterruptedException when the step is cancelled
     */
    Seen ask(P probe, Reach reach) throws InterruptedException;
}
