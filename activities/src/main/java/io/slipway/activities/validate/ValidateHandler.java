package io.slipway.activities.validate;

import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.VerbHandler;
import io.slipway.activities.validate.probes.Probes;
import io.slipway.model.action.Check;
import io.slipway.model.action.Validate;

/** The verb {@code validate}: all checks run, then the step fails with the list of those that failed. */
public final class ValidateHandler implements VerbHandler<Validate> {
    private final Clusters clusters;
    private final CheckRunner runner;

    /**
     * A handler for steps at these clusters.
     *
     * @param readOnly whether checks that may change something are left out
     */
    public ValidateHandler(Clusters clusters, boolean readOnly) {
        this.clusters = clusters;
        this.runner = new CheckRunner(readOnly);
    }

    /** What a step asks of the API server beside the objects that it applies; for plans. */
    public static Calls calls(Validate action, Reach reach) throws InterruptedException {
        Calls calls = Calls.NONE;
        for (Check check : action.checks()) {
            Calls own = Probes.bind(check.probe()).calls(reach);
            calls = calls.and(check.severity() == Check.Severity.WARNING ? own.ifGranted() : own);
        }
        return calls;
    }

    @Override
    public Done run(Validate validate, StepContext context) throws InterruptedException {
        try (Reach reach = Reach.of(clusters, context)) {
            return CheckOutcome.of(runner.run(validate.checks(), reach), "checks", context.recorder());
        }
    }
}
