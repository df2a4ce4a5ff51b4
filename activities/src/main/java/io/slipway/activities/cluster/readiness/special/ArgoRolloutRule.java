package io.slipway.activities.cluster.readiness.special;

import io.slipway.activities.cluster.readiness.general.Lifecycle;
import io.slipway.activities.cluster.readiness.rule.Condition;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A Rollout is ready when its newest template is the stable one and all its replicas are available.
 *
 * <p>Its controller writes the observed generation as a text, in old versions a hash: then it is no number, or a far
 * larger one.
 */
final class ArgoRolloutRule implements ReadinessRule {

    @Override
    public Optional<Readiness> judge(KubeObject rollout) {
        if (!rollout.has("status")) {
            return Optional.of(new Readiness.Progressing("the rollouts controller has not seen it yet"));
        }
        return stale(rollout)
                .or(() -> phase(rollout))
                .or(() -> conditions(rollout))
                .or(() -> Optional.of(replicas(rollout)));
    }

    private static Optional<Readiness> stale(KubeObject rollout) {
        OptionalLong seen = rollout.number("status.observedGeneration");
        OptionalLong generation = rollout.generation();
        if (seen.isPresent() && generation.isPresent() && seen.getAsLong() < generation.getAsLong()) {
            return Optional.of(Lifecycle.stale(generation.getAsLong(), seen.getAsLong()));
        }
        String workload = rollout.at("metadata.annotations")
                .path("rollout.argoproj.io/workload-generation")
                .asText("");
        boolean old = rollout.has("spec.workloadRef")
                && !workload.isEmpty()
                && !workload.equals(rollout.text("status.workloadObservedGeneration"));
        return old
                ? Optional.of(new Readiness.Progressing(
                        "the controller has not seen generation " + workload + " of the workload"))
                : Optional.empty();
    }

    private static Optional<Readiness> phase(KubeObject rollout) {
        String message = rollout.text("status.message");
        String text = "the rollout is " + rollout.text("status.phase") + (message.isEmpty() ? "" : ": " + message);
        return switch (rollout.text("status.phase")) {
            case "" -> Optional.empty();
            case "Healthy" -> Optional.of(new Readiness.Ready(text));
            case "Degraded" -> Optional.of(new Readiness.Failed(text));
            default -> Optional.of(new Readiness.Progressing(text));
        };
    }

    private static Optional<Readiness> conditions(KubeObject rollout) {
        for (Condition condition : rollout.conditions()) {
            boolean failed = condition.type().equals("InvalidSpec")
                    || condition.reason().equals("RolloutAborted")
                    || condition.reason().equals("ProgressDeadlineExceeded");
            if (failed) {
                return Optional.of(new Readiness.Failed(condition.describe()));
            }
        }
        boolean paused = rollout.flag("spec.paused") || rollout.has("status.pauseConditions");
        return paused ? Optional.of(new Readiness.Progressing("the rollout is paused")) : Optional.empty();
    }

    private static Readiness replicas(KubeObject rollout) {
        long wanted = rollout.number("spec.replicas", 1);
        long updated = rollout.number("status.updatedReplicas", 0);
        long available = rollout.number("status.availableReplicas", 0);
        if (updated < wanted) {
            return new Readiness.Progressing(updated + " of " + wanted + " replicas are updated");
        }
        if (available < updated) {
            return new Readiness.Progressing(available + " of " + updated + " updated replicas are available");
        }
        return cutOver(rollout, updated);
    }

    private static Readiness cutOver(KubeObject rollout, long updated) {
        String current = rollout.text("status.currentPodHash");
        String stable = rollout.text("status.stableRS");
        stable = stable.isEmpty() ? rollout.text("status.canary.stableRS") : stable;
        boolean blueGreen = !rollout.at("spec.strategy.blueGreen").isMissingNode();
        boolean canary = !rollout.at("spec.strategy.canary").isMissingNode();
        if (current.isEmpty()) {
            return new Readiness.Progressing("the controller has not built a template hash yet");
        }
        if (blueGreen && !rollout.text("status.blueGreen.activeSelector").equals(current)) {
            return new Readiness.Progressing("the active service still points to the old version");
        }
        if (canary && rollout.number("status.replicas", 0) > updated) {
            return new Readiness.Progressing("old replicas are still to go");
        }
        if ((blueGreen && !stable.isEmpty() && !stable.equals(current)) || (canary && !stable.equals(current))) {
            return new Readiness.Progressing("the new version is not yet the stable one");
        }
        return new Readiness.Ready(updated + " replicas are updated and available");
    }
}
