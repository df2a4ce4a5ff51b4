package io.slipway.sandbox.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Conditions in a status. */
public final class Conditions {
    private Conditions() {}

    /** Sets a condition; the transition time moves only when the status changes. */
    public static void set(ObjectNode status, String type, boolean holds, String reason, String message) {
        set(status, type, holds ? "True" : "False", reason, message);
    }

    /** Sets a condition to {@code True}, {@code False} or {@code Unknown}. Empty texts are left out. */
    public static void set(ObjectNode status, String type, String value, String reason, String message) {
        ObjectNode condition = entry(status, type);
        boolean same = condition.path("status").asText().equals(value);
        condition.put("status", value);
        if (!same || !condition.has("lastTransitionTime")) {
            condition.put("lastTransitionTime", Times.now());
        }
        text(condition, "reason", reason);
        text(condition, "message", message);
    }

    /** Also moves {@code lastUpdateTime}, which Deployments have, when anything changed. */
    public static void update(ObjectNode status, String type, boolean holds, String reason, String message) {
        JsonNode before = find(status, type).<JsonNode>map(JsonNode::deepCopy).orElse(null);
        set(status, type, holds, reason, message);
        ObjectNode condition = entry(status, type);
        if (before == null || !before.equals(condition)) {
            condition.put("lastUpdateTime", Times.now());
        }
    }

    /** A condition by its type. */
    public static Optional<JsonNode> find(JsonNode status, String type) {
        for (JsonNode condition : status.path("conditions")) {
            if (condition.path("type").asText().equals(type)) {
                return Optional.of(condition);
            }
        }
        return Optional.empty();
    }

    /** True when the condition is there and {@code True}. */
    public static boolean isTrue(JsonNode status, String type) {
        return find(status, type)
                .filter(one -> one.path("status").asText().equals("True"))
                .isPresent();
    }

    /** Takes a condition away. */
    public static void remove(ObjectNode status, String type) {
        if (status.get("conditions") instanceof ArrayNode all) {
            for (int index = all.size() - 1; index >= 0; index--) {
                if (all.get(index).path("type").asText().equals(type)) {
                    all.remove(index);
                }
            }
        }
    }

    private static ObjectNode entry(ObjectNode status, String type) {
        ArrayNode all = status.withArray("conditions");
        for (JsonNode condition : all) {
            if (condition.path("type").asText().equals(type)) {
                return (ObjectNode) condition;
            }
        }
        return all.addObject().put("type", type);
    }

    private static void text(ObjectNode condition, String field, String value) {
        if (value.isEmpty()) {
            condition.remove(field);
        } else {
            condition.put(field, value);
        }
    }
}
