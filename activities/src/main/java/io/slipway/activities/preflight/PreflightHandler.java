package io.slipway.activities.preflight;

import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.VerbHandler;
import io.slipway.activities.validate.CheckOutcome;
import io.slipway.model.action.Preflight;
import io.slipway.model.journal.CheckResult;
import java.util.List;

/** The verb {@code preflight}: every need is a check in the report; all unmet ones are listed at once. */
public final class PreflightHandler implements VerbHandler<Preflight> {
    private final Clusters clusters;

    /** A handler for steps at these clusters. */
    public PreflightHandler(Clusters clusters) {
        this.clusters = clusters;
    }

    /** What the needs ask of the API server; for plans. */
    public static Calls calls(Preflight action, Reach reach) throws InterruptedException {
        Calls calls = Calls.NONE;
        for (Need need : Needs.of(action)) {
            Calls own = need.calls().of(reach);
            calls = calls.and(need.optional() ? own.ifGranted() : own);
        }
        return calls;
    }

    @Override
    public Done run(Preflight preflight, StepContext context) throws InterruptedException {
        try (Reach reach = Reach.of(clusters, context)) {
            List<CheckResult> results = new NeedRunner(reach).run(Needs.of(preflight));
            results.forEach(context.recorder()::check);
            return CheckOutcome.of(results, "needs", context.recorder());
        }
    }
}
