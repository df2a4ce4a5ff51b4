package io.slipway.activities.validate.probes;

import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Probe.DriftProbe;

/** Compares the pipeline's inventory with the cluster. The comparison is not there yet: such a check fails and says so. */
final class DriftAsker implements Asker<DriftProbe> {
    @Override
    public String rule(DriftProbe probe) {
        return "nothing differs from what was deployed"
                + probe.of().map(step -> " by step " + step).orElse("");
    }

    @Override
    public String byHand(DriftProbe probe, String namespace) {
        return "kubectl diff --server-side -n " + namespace + " -f the step's manifests";
    }

    @Override
    public Seen ask(DriftProbe probe, Reach reach) {
        throw StepFailure.permanent(
                "drift cannot be compared",
                "this version does not read the inventory back",
                "leave the drift check out, or use object checks with expect");
    }
}
