package io.slipway.activities.validate.probes;

import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.model.action.Probe;
import io.slipway.model.spec.Key;

/**
 * A probe with the one who asks it.
 *
 * @param probe what is asked
 * @param asker who asks
 * @param <P> the probe's record
 */
public record Bound<P extends Probe>(P probe, Asker<P> asker) {
    /** The probe's key in YAML. */
    public String key() {
        return probe.getClass().getAnnotation(Key.class).value();
    }

    /** What is asked, for people. */
    public String subject() {
        return asker.subject(probe);
    }

    /** What must hold without {@code expect}, in words. */
    public String rule() {
        return asker.rule(probe);
    }

    /** How a person asks the same. */
    public String byHand(String namespace) {
        return asker.byHand(probe, namespace);
    }

    /** Whether the object may change every moment and asking is cheap, so that it is asked often. */
    public boolean quick() {
        return probe instanceof Probe.ObjectProbe || probe instanceof Probe.ObjectsProbe;
    }

    /** What asking asks of the API server. */
    public Calls calls(Reach reach) throws InterruptedException {
        return asker.calls(probe, reach);
    }

    /** Asks once; as {@link Asker#ask}. */
    public Seen ask(Reach reach) throws InterruptedException {
        return asker.ask(probe, reach);
    }
}
