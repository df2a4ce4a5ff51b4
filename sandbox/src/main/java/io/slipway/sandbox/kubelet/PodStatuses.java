package io.slipway.sandbox.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.kube.Conditions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Derives phase and conditions of a pod from its container statuses. Pure. */
final class PodStatuses {
    private PodStatuses() {}

    /** A status entry for each container, waiting, as the kubelet first reports them. */
    static void prepare(ObjectNode pod) {
        ObjectNode status = pod.withObject("/status");
        boolean inits = !pod.path("spec").path("initContainers").isEmpty();
        if (inits && !status.has("initContainerStatuses")) {
            entries(
                    status.putArray("initContainerStatuses"),
                    pod.path("spec").path("initContainers"),
                    "PodInitializing");
        }
        if (!status.has("containerStatuses")) {
            String reason = inits ? "PodInitializing" : "ContainerCreating";
            entries(status.putArray("containerStatuses"), pod.path("spec").path("containers"), reason);
        }
    }

    private static void entries(ArrayNode into, JsonNode containers, String reason) {
        for (JsonNode container : containers) {
            ObjectNode entry = into.addObject();
            entry.put("name", container.path("name").asText());
            entry.putObject("state").putObject("waiting").put("reason", reason);
            entry.putObject("lastState");
            entry.put("ready", false).put("restartCount", 0);
            entry.put("image", container.path("image").asText())
                    .put("imageID", "")
                    .put("started", false);
        }
    }

    /** Recomputes phase and conditions. */
    static void refresh(ObjectNode pod) {
        ObjectNode status = pod.withObject("/status");
        boolean endedByNode = status.path("phase").asText().equals("Failed")
                && !status.path("reason").asText("").isEmpty();
        if (endedByNode) {
            return;
        }
        String policy = pod.path("spec").path("restartPolicy").asText("Always");
        status.put("phase", phase(status, policy));
        conditions(status);
    }

    private static String phase(JsonNode status, String policy) {
        List<JsonNode> all = list(status.path("containerStatuses"));
        if (failedInit(status, policy)) {
            return "Failed";
        }
        boolean allEnded = !all.isEmpty() && all.stream().allMatch(one -> ended(one, policy));
        if (allEnded) {
            return all.stream().allMatch(one -> exitCode(one) == 0) ? "Succeeded" : "Failed";
        }
        boolean allStarted = !all.isEmpty() && all.stream().allMatch(PodStatuses::wasStarted);
        return allStarted ? "Running" : "Pending";
    }

    private static boolean failedInit(JsonNode status, String policy) {
        return policy.equals("Never")
                && list(status.path("initContainerStatuses")).stream()
                        .anyMatch(one -> one.path("state").has("terminated") && exitCode(one) != 0);
    }

    /** Terminated for good: the policy does not start it again. */
    static boolean ended(JsonNode container, String policy) {
        return container.path("state").has("terminated")
                && (policy.equals("Never") || (policy.equals("OnFailure") && exitCode(container) == 0));
    }

    private static int exitCode(JsonNode container) {
        return container.path("state").path("terminated").path("exitCode").asInt();
    }

    private static boolean wasStarted(JsonNode container) {
        JsonNode state = container.path("state");
        return state.has("running")
                || state.has("terminated")
                || !container.path("lastState").isEmpty();
    }

    private static void conditions(ObjectNode status) {
        boolean finished =
                List.of("Succeeded", "Failed").contains(status.path("phase").asText());
        boolean done = status.path("phase").asText().equals("Succeeded");
        List<String> uninitialized = list(status.path("initContainerStatuses")).stream()
                .filter(one -> !(one.path("state").has("terminated") && exitCode(one) == 0))
                .map(one -> one.path("name").asText())
                .toList();
        Conditions.set(
                status,
                "Initialized",
                uninitialized.isEmpty(),
                uninitialized.isEmpty() ? (done ? "PodCompleted" : "") : "ContainersNotInitialized",
                uninitialized.isEmpty() ? "" : "containers with incomplete status: " + brackets(uninitialized));
        ready(status, finished, done);
    }

    private static void ready(ObjectNode status, boolean finished, boolean done) {
        List<String> unready = list(status.path("containerStatuses")).stream()
                .filter(one -> !one.path("ready").asBoolean())
                .map(one -> one.path("name").asText())
                .toList();
        boolean ready = unready.isEmpty() && !finished;
        String reason = ready ? "" : done ? "PodCompleted" : finished ? "PodFailed" : "ContainersNotReady";
        String message = ready || finished ? "" : "containers with unready status: " + brackets(unready);
        Conditions.set(status, "ContainersReady", ready, reason, message);
        Conditions.set(status, "Ready", ready, reason, message);
    }

    private static String brackets(List<String> names) {
        return names.stream().collect(Collectors.joining(" ", "[", "]"));
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> all = new ArrayList<>();
        array.forEach(all::add);
        return all;
    }
}
