package io.slipway.activities.cluster.failure;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The signs of a pod and its containers. */
final class PodSigns {
    /** A kubelet may tell only after a restart that the pod is not ready since the container ended. */
    private static final Duration LATE = Duration.ofSeconds(10);

    private PodSigns() {}

    static List<Sign> of(KubeObject pod) {
        List<Sign> signs = new ArrayList<>();
        String phase = pod.text("status.phase");
        if (phase.equals("Failed") || phase.equals("Unknown") || pod.has("status.reason")) {
            String reason = pod.has("status.reason") ? pod.text("status.reason") : phase;
            signs.add(new Sign(
                    Sign.Source.POD,
                    Signs.name(pod),
                    "Pod",
                    reason,
                    pod.text("status.message"),
                    Map.of("node", pod.text("spec.nodeName"))));
        }
        for (JsonNode container : pod.at("status.initContainerStatuses")) {
            container(pod, container, "init container ", signs);
        }
        for (JsonNode container : pod.at("status.containerStatuses")) {
            container(pod, container, "container ", signs);
        }
        return signs;
    }

    private static void container(KubeObject pod, JsonNode container, String what, List<Sign> signs) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("container", what + container.path("name").asText());
        details.put("image", container.path("image").asText());
        details.put("restarts", container.path("restartCount").asText("0"));
        JsonNode now = container.path("state").path("terminated");
        JsonNode ended = now.isMissingNode() && !wasReadySince(pod, container)
                ? container.path("lastState").path("terminated")
                : now;
        if (!ended.isMissingNode()) {
            details.put("exitCode", ended.path("exitCode").asText());
            details.put("lastReason", ended.path("reason").asText("Error"));
            details.put("lastMessage", ended.path("message").asText("").strip());
        }
        JsonNode waiting = container.path("state").path("waiting");
        if (waiting.hasNonNull("reason")) {
            String message = waiting.path("message").asText("");
            signs.add(sign(pod, Sign.Source.WAITING, waiting.path("reason").asText(), message, details));
        }
        if (ended.path("exitCode").asInt(0) != 0) {
            String message = ended.path("message").asText("");
            signs.add(sign(pod, Sign.Source.ENDED, ended.path("reason").asText("Error"), message, details));
        }
    }

    /**
     * Whether the pod has been ready since the container started: why it ended before that keeps it from nothing now. A pod
     * that was not ready at the start was ready in between, or its condition would not have changed.
     */
    private static boolean wasReadySince(KubeObject pod, JsonNode container) {
        Instant started = EventTimes.instant(
                        container.path("state").path("running").path("startedAt"))
                .orElse(Instant.MAX.minus(LATE));
        return pod.at("status.conditions")
                .valueStream()
                .filter(condition -> condition.path("type").asText().equals("Ready"))
                .flatMap(condition -> EventTimes.instant(condition.path("lastTransitionTime")).stream())
                .anyMatch(changed -> changed.isAfter(started.plus(LATE)));
    }

    private static Sign sign(
            KubeObject pod, Sign.Source source, String reason, String message, Map<String, String> details) {
        return new Sign(source, Signs.name(pod), "Pod", reason, message, details);
    }
}
