package io.slipway.activities.diagnosis.collect;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.readiness.ReadinessRules;
import io.slipway.activities.cluster.readiness.rule.Condition;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.diagnosis.Subject;
import java.util.List;

/** An object in words, the most important first: what it is, whether it is ready, its conditions, containers, events. */
final class Description {

    private Description() {}

    static String of(Subject subject) {
        KubeObject object = new KubeObject(subject.object());
        Readiness readiness = ReadinessRules.standard().of(subject.object());
        StringBuilder text = new StringBuilder();
        line(text, "Object", subject.name());
        line(text, "Namespace", object.namespace());
        line(text, "Readiness", readiness.status() + ", " + readiness.reason());
        line(text, "Phase", object.text("status.phase"));
        line(text, "Node", object.text("spec.nodeName"));
        line(text, "Service account", object.text("spec.serviceAccountName"));
        for (Condition condition : object.conditions()) {
            line(text, "Condition", condition.describe());
        }
        for (String list : List.of("status.initContainerStatuses", "status.containerStatuses")) {
            for (JsonNode container : object.at(list)) {
                line(text, "Container", container(container));
            }
        }
        for (JsonNode event : subject.events()) {
            line(text, "Warning", event(event));
        }
        return text.toString();
    }

    /** An event in a line. */
    static String event(JsonNode event) {
        return event.path("lastTimestamp").asText("") + " "
                + event.path("reason").asText() + " x" + event.path("count").asLong(1) + ": "
                + event.path("message").asText();
    }

    private static String container(JsonNode container) {
        return container.path("name").asText() + ", image "
                + container.path("image").asText() + ", restarts "
                + container.path("restartCount").asInt() + ", state " + container.path("state") + ", before "
                + container.path("lastState");
    }

    private static void line(StringBuilder text, String name, String value) {
        if (!value.isBlank()) {
            text.append(name).append(": ").append(value.strip()).append('\n');
        }
    }
}
