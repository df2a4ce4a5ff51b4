package io.slipway.activities.cluster.readiness.special;

import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.Optional;
import java.util.Set;

/**
 * A FlinkDeployment is ready when its JobManager answers and, with a job, the job runs or has finished.
 *
 * <p>One whose job is to be suspended is ready when it is. An error of the operator is a failure even while it tries
 * again: it does so for ever.
 */
final class FlinkDeploymentRule implements ReadinessRule {

    private static final Set<String> LOST = Set.of("FAILED", "FAILING", "CANCELED", "CANCELLING", "FAILED_AND_LOST");

    @Override
    public Optional<Readiness> judge(KubeObject flink) {
        if (!flink.has("status")) {
            return Optional.of(new Readiness.Progressing("the Flink operator has not seen it yet"));
        }
        return failed(flink)
                .or(() -> Reconciled.behind(flink))
                .or(() -> suspended(flink))
                .or(() -> deploying(flink))
                .or(() -> job(flink));
    }

    private static Optional<Readiness> failed(KubeObject flink) {
        String lifecycle = flink.text("status.lifecycleState");
        for (String path : new String[] {"status.error", "status.reconciliationStatus.error"}) {
            if (flink.has(path)) {
                return Optional.of(new Readiness.Failed("the Flink operator reports: " + flink.text(path)));
            }
        }
        if (lifecycle.equals("FAILED") || lifecycle.equals("ROLLED_BACK")) {
            return Optional.of(new Readiness.Failed("lifecycle state " + lifecycle));
        }
        if (flink.text("status.jobManagerDeploymentStatus").equals("ERROR")) {
            return Optional.of(new Readiness.Failed("the JobManager deployment is in error"));
        }
        String job = flink.text("status.jobStatus.state");
        return LOST.contains(job) ? Optional.of(new Readiness.Failed("the job is " + job)) : Optional.empty();
    }

    private static Optional<Readiness> suspended(KubeObject flink) {
        if (!flink.text("spec.job.state").equalsIgnoreCase("suspended")) {
            return Optional.empty();
        }
        boolean isSo = flink.text("status.jobStatus.state").equals("SUSPENDED")
                || flink.text("status.lifecycleState").equals("SUSPENDED");
        return Optional.of(
                isSo
                        ? new Readiness.Ready("the job is suspended, as it should be")
                        : new Readiness.Progressing("the job is to be suspended"));
    }

    private static Optional<Readiness> deploying(KubeObject flink) {
        String lifecycle = flink.text("status.lifecycleState");
        if (!lifecycle.isEmpty() && !lifecycle.equals("STABLE") && !lifecycle.equals("DEPLOYED")) {
            return Optional.of(new Readiness.Progressing("lifecycle state " + lifecycle));
        }
        String reconciled = flink.text("status.reconciliationStatus.state");
        if (!reconciled.isEmpty() && !reconciled.equals("DEPLOYED")) {
            return Optional.of(new Readiness.Progressing("the deployment is " + reconciled));
        }
        String manager = flink.text("status.jobManagerDeploymentStatus");
        return manager.equals("READY")
                ? Optional.empty()
                : Optional.of(new Readiness.Progressing(
                        "the JobManager is " + (manager.isEmpty() ? "not deployed yet" : manager)));
    }

    private static Optional<Readiness> job(KubeObject flink) {
        if (!flink.has("spec.job")) {
            return Optional.of(new Readiness.Ready("the session cluster answers"));
        }
        String state = flink.text("status.jobStatus.state");
        return Optional.of(
                state.equals("RUNNING") || state.equals("FINISHED")
                        ? new Readiness.Ready("the job is " + state)
                        : new Readiness.Progressing("the job is " + (state.isEmpty() ? "not submitted yet" : state)));
    }
}
