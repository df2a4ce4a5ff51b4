package io.slipway.activities.cluster.readiness.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.readiness.rule.Condition;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.Optional;
import java.util.Set;

/**
 * A Pod is ready when it runs and says {@code Ready}, or has succeeded.
 *
 * <p>A Pod that is to end by itself ({@code restartPolicy} Never or OnFailure) is not done while it runs, unless it
 * has a readiness probe: somebody who gave it one wants it served, not finished.
 */
final class PodRule implements ReadinessRule {

    /** Waiting reasons that no waiting cures. {@code ContainerCreating} and {@code PodInitializing} are not here. */
    private static final Set<String> BROKEN = Set.of(
            "CrashLoopBackOff",
            "ImagePullBackOff",
            "ErrImagePull",
            "ErrImageNeverPull",
            "InvalidImageName",
            "ImageInspectError",
            "RegistryUnavailable",
            "CreateContainerConfigError",
            "CreateContainerError",
            "RunContainerError",
            "PreCreateHookError",
            "PreStartHookError",
            "PostStartHookError",
            "ErrSidecarContainer");

    @Override
    public Optional<Readiness> judge(KubeObject pod) {
        return Optional.of(
                switch (pod.text("status.phase")) {
                    case "Succeeded" -> new Readiness.Ready("the pod has succeeded");
                    case "Failed" -> new Readiness.Failed(failure(pod));
                    case "Running" -> running(pod);
                    case "Pending" -> pending(pod);
                    case "Unknown" ->
                        new Readiness.Progressing("the node of the pod does not answer, its state is unknown");
                    case "" -> new Readiness.Progressing("the pod has no phase yet");
                    default -> new Readiness.Progressing("the pod is in phase " + pod.text("status.phase"));
                });
    }

    private static Readiness running(KubeObject pod) {
        Optional<String> broken = broken(pod);
        if (broken.isPresent()) {
            return new Readiness.Failed(broken.get());
        }
        Optional<Condition> ready = pod.condition("Ready");
        if (ready.isEmpty() || !ready.get().isTrue()) {
            return new Readiness.Progressing(
                    ready.map(Condition::describe).orElse("the pod runs but has not said that it is ready"));
        }
        if (endsByItself(pod)) {
            return new Readiness.Progressing(
                    "the pod runs and is to end by itself, restartPolicy " + pod.text("spec.restartPolicy"));
        }
        return new Readiness.Ready("the pod runs and is ready");
    }

    private static boolean endsByItself(KubeObject pod) {
        String policy = pod.text("spec.restartPolicy");
        if (!policy.equals("Never") && !policy.equals("OnFailure")) {
            return false;
        }
        for (JsonNode container : pod.at("spec.containers")) {
            if (container.hasNonNull("readinessProbe")) {
                return false;
            }
        }
        return true;
    }

    private static Readiness pending(KubeObject pod) {
        Optional<String> broken = broken(pod);
        if (broken.isPresent()) {
            return new Readiness.Failed(broken.get());
        }
        return new Readiness.Progressing(pod.condition("PodScheduled")
                .filter(Condition::isFalse)
                .map(Condition::describe)
                .orElseGet(() -> waiting(pod).orElse("the pod is pending")));
    }

    private static Optional<String> broken(KubeObject pod) {
        for (String list : ContainerStates.LISTS) {
            for (JsonNode container : pod.at(list)) {
                String reason = ContainerStates.waitingReason(container);
                if (BROKEN.contains(reason)) {
                    return Optional.of(ContainerStates.describeWaiting(container));
                }
                if (ContainerStates.failedTwice(container)) {
                    return ContainerStates.describeFailure(container);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> waiting(KubeObject pod) {
        for (String list : ContainerStates.LISTS) {
            for (JsonNode container : pod.at(list)) {
                if (!ContainerStates.waitingReason(container).isEmpty()) {
                    return Optional.of(ContainerStates.describeWaiting(container));
                }
            }
        }
        return Optional.empty();
    }

    private static String failure(KubeObject pod) {
        if (pod.has("status.message") || pod.has("status.reason")) {
            return "the pod has failed: " + (pod.text("status.reason") + " " + pod.text("status.message")).strip();
        }
        for (String list : ContainerStates.LISTS) {
            for (JsonNode container : pod.at(list)) {
                Optional<String> ended = ContainerStates.describeFailure(container);
                if (ended.isPresent()) {
                    return ended.get();
                }
            }
        }
        return "the pod has failed";
    }
}
