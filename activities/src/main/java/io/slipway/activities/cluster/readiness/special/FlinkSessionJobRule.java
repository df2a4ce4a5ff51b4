package io.slipway.activities.cluster.readiness.special;

import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.Optional;

/** A FlinkSessionJob is ready when its job runs in the session cluster, or has finished. */
final class FlinkSessionJobRule implements ReadinessRule {

    @Override
    public Optional<Readiness> judge(KubeObject job) {
        if (job.has("status.error")) {
            return Optional.of(new Readiness.Failed("the Flink operator reports: " + job.text("status.error")));
        }
        return Reconciled.behind(job).or(() -> Optional.of(state(job)));
    }

    private static Readiness state(KubeObject job) {
        String lifecycle = job.text("status.lifecycleState");
        String state = job.text("status.jobStatus.state");
        boolean suspend = job.text("spec.job.state").equalsIgnoreCase("suspended");
        return switch (state) {
            case "FAILED", "FAILING", "CANCELED" -> new Readiness.Failed("the job is " + state);
            case "SUSPENDED" ->
                suspend
                        ? new Readiness.Ready("the job is suspended, as it should be")
                        : new Readiness.Progressing("the job is suspended");
            case "RUNNING", "FINISHED" -> running(lifecycle, state, suspend);
            default -> waiting(lifecycle, state);
        };
    }

    private static Readiness running(String lifecycle, String state, boolean suspend) {
        if (suspend) {
            return new Readiness.Progressing("the job is to be suspended");
        }
        return switch (lifecycle) {
            case "FAILED", "ROLLED_BACK" -> new Readiness.Failed("lifecycle state " + lifecycle);
            case "", "STABLE", "DEPLOYED" -> new Readiness.Ready("the job is " + state);
            default -> new Readiness.Progressing("lifecycle state " + lifecycle);
        };
    }

    private static Readiness waiting(String lifecycle, String state) {
        if (lifecycle.equals("FAILED") || lifecycle.equals("ROLLED_BACK")) {
            return new Readiness.Failed("lifecycle state " + lifecycle);
        }
        return new Readiness.Progressing("the job is " + (state.isEmpty() ? "not submitted yet" : state));
    }
}
