package io.slipway.activities.validate;

import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.VerbHandler;
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

    @Override
    public Done run(Validate validate, StepContext context) throws InterruptedException {
        try (Reach reach = Reach.of(clusters, context)) {
            return CheckOutcome.of(runner.run(validate.checks(), reach), "checks", context.recorder());
        }
    }
}
