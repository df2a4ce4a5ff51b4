package io.slipway.activities.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.slipway.activities.cluster.readiness.rule.Condition;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.model.expr.Declarations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A pod as rules see it: every field is always there, so that a rule need not ask whether it is.
 *
 * <p>{@code name}, {@code phase}, {@code reason}, {@code message}, {@code ready}, {@code labels}, {@code node},
 * {@code serviceAccount}, {@code restarts}, {@code unschedulable} (the scheduler's message), {@code waiting} and
 * {@code ended} (containers that wait, or ended with an error now or the last time, each with {@code container},
 * {@code image}, {@code reason}, {@code message}, {@code exitCode}).
 */
public final class PodView {

    private static final List<String> LISTS = List.of("status.initContainerStatuses", "status.containerStatuses");

    private PodView() {}

    /** What expressions may ask of a pod. */
    static Declarations declare(Declarations declarations) {
        Map<String, String> container = Map.of(
                "container", "string", "image", "string", "reason", "string", "message", "string", "exitCode", "int");
        Map<String, String> pod = new LinkedHashMap<>();
        for (String text : List.of("name", "phase", "reason", "message", "node", "serviceAccount", "unschedulable")) {
            pod.put(text, "string");
        }
        pod.put("ready", "bool");
        pod.put("restarts", "int");
        pod.put("labels", "map(string, string)");
        pod.put("waiting", "list(ContainerView)");
        pod.put("ended", "list(ContainerView)");
        return declarations
                .withStruct("ContainerView", container)
                .withStruct("PodView", pod)
                .withVariable("pod", "PodView");
    }

    /** The view of an object; of another kind than Pod an empty one. */
    static Map<String, Object> of(KubeObject object) {
        boolean isPod = object.kind().equals("Pod");
        KubeObject pod = isPod ? object : new KubeObject(MissingNode.getInstance());
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", pod.name());
        view.put("phase", pod.text("status.phase"));
        view.put("reason", pod.text("status.reason"));
        view.put("message", pod.text("status.message"));
        view.put("node", pod.text("spec.nodeName"));
        view.put("serviceAccount", pod.text("spec.serviceAccountName"));
        view.put("unschedulable", unschedulable(pod));
        view.put("ready", pod.condition("Ready").filter(Condition::isTrue).isPresent());
        view.put("labels", labels(pod));
        view.put("waiting", containers(pod, true));
        view.put("ended", containers(pod, false));
        view.put("restarts", restarts(pod));
        return view;
    }

    private static String unschedulable(KubeObject pod) {
        return pod.condition("PodScheduled")
                .filter(Condition::isFalse)
                .map(Condition::message)
                .orElse("");
    }

    private static Map<String, Object> labels(KubeObject pod) {
        Map<String, Object> labels = new LinkedHashMap<>();
        pod.at("metadata.labels")
                .properties()
                .forEach(e -> labels.put(e.getKey(), e.getValue().asText()));
        return labels;
    }

    private static long restarts(KubeObject pod) {
        long restarts = 0;
        for (String list : LISTS) {
            for (JsonNode container : pod.at(list)) {
                restarts += container.path("restartCount").asLong();
            }
        }
        return restarts;
    }

    private static List<Map<String, Object>> containers(KubeObject pod, boolean waiting) {
        List<Map<String, Object>> views = new ArrayList<>();
        for (String list : LISTS) {
            for (JsonNode container : pod.at(list)) {
                JsonNode state = container.path("state").path(waiting ? "waiting" : "terminated");
                if (!waiting && state.isMissingNode()) {
                    state = container.path("lastState").path("terminated");
                }
                boolean tells = waiting
                        ? state.hasNonNull("reason")
                        : state.path("exitCode").asInt(0) != 0;
                if (tells) {
                    views.add(container(container, state));
                }
            }
        }
        return views;
    }

    private static Map<String, Object> container(JsonNode container, JsonNode state) {
        return Map.of(
                "container", container.path("name").asText(),
                "image", container.path("image").asText(),
                "reason", state.path("reason").asText(""),
                "message", state.path("message").asText("").strip(),
                "exitCode", state.path("exitCode").asLong(0));
    }
}
