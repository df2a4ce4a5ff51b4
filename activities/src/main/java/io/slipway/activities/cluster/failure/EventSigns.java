package io.slipway.activities.cluster.failure;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The warnings about an object, from core Events and those of events.k8s.io; and {@code FailedBinding}, which the volume
 * controller reports as normal though the claim will wait for ever. Events stay for an hour: a warning after which
 * the object got on tells nothing any more.
 */
final class EventSigns {
    /** A kubelet pulls images and starts containers when the volumes are mounted and the pod has its network. */
    private static final Set<String> STARTING = Set.of("Pulling", "Pulled", "Created", "Started");
    /** Reason of a warning → reasons of events that show that it has passed. */
    private static final Map<String, Set<String>> PASSED = Map.of(
            "FailedMount", STARTING,
            "FailedMapVolume", STARTING,
            "FailedAttachVolume", STARTING,
            "FailedCreatePodSandBox", STARTING,
            "FailedCreate", Set.of("SuccessfulCreate"),
            "ProvisioningFailed", Set.of("ProvisioningSucceeded"));

    private EventSigns() {}

    static void about(KubeObject object, List<JsonNode> events, List<Sign> signs) {
        for (JsonNode event : events) {
            if (tells(event) && concerns(event, object) && !hasPassed(event, object, events)) {
                String message = event.has("message")
                        ? event.path("message").asText()
                        : event.path("note").asText();
                signs.add(new Sign(
                        Sign.Source.EVENT,
                        Signs.name(object),
                        object.kind(),
                        event.path("reason").asText(),
                        message,
                        Map.of()));
            }
        }
    }

    private static boolean tells(JsonNode event) {
        return event.path("type").asText().equals("Warning")
                || event.path("reason").asText().equals("FailedBinding");
    }

    private static boolean hasPassed(JsonNode warning, KubeObject object, List<JsonNode> events) {
        Set<String> progress = PASSED.getOrDefault(warning.path("reason").asText(), Set.of());
        // Time stamps are whole seconds. Some replicas may be refused in the second in which others are made.
        Instant least = EventTimes.lastSeen(warning).plusSeconds(progress.contains("SuccessfulCreate") ? 1 : 0);
        return events.stream()
                .filter(event -> progress.contains(event.path("reason").asText()) && concerns(event, object))
                .anyMatch(event -> !EventTimes.lastSeen(event).isBefore(least));
    }

    /** The object that an event tells of. */
    static JsonNode about(JsonNode event) {
        return event.has("involvedObject") ? event.path("involvedObject") : event.path("regarding");
    }

    private static boolean concerns(JsonNode event, KubeObject object) {
        JsonNode about = about(event);
        String uid = about.path("uid").asText("");
        if (!uid.isEmpty() && object.has("metadata.uid")) {
            return uid.equals(object.text("metadata.uid"));
        }
        return about.path("kind").asText().equals(object.kind())
                && about.path("name").asText().equals(object.name());
    }
}
