package io.slipway.activities.cluster.readiness.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;

/**
 * A Kubernetes object as JSON, with the questions that rules ask of it.
 *
 * <p>Paths are dotted field names ({@code status.phase}); a field that is absent, {@code null} or of another type
 * answers as if it were not there, because controllers write all of these.
 */
public record KubeObject(JsonNode json) {

    public KubeObject {
        Objects.requireNonNull(json, "json");
    }

    /** The API group, empty for the core group. */
    public String group() {
        String apiVersion = text("apiVersion");
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** The kind, such as {@code Deployment}. */
    public String kind() {
        return text("kind");
    }

    /** The name within its namespace. */
    public String name() {
        return text("metadata.name");
    }

    /** The namespace, empty when it has none. */
    public String namespace() {
        return text("metadata.namespace");
    }

    /** Such as {@code Deployment spark}; for messages. */
    public String display() {
        return kind() + (name().isEmpty() ? "" : " " + name());
    }

    /** The generation of its spec, when the API server counts one for the kind. */
    public OptionalLong generation() {
        return number("metadata.generation");
    }

    /** The node at a dotted path, a missing node when there is none. */
    public JsonNode at(String path) {
        JsonNode node = json;
        for (String field : path.split("\\.", -1)) {
            node = node.path(field);
        }
        return node.isNull() ? MissingNode.getInstance() : node;
    }

    /** Whether something is there: not null, not an empty text, object or list. */
    public boolean has(String path) {
        JsonNode node = at(path);
        if (node.isMissingNode()) {
            return false;
        }
        return node.isContainerNode() ? !node.isEmpty() : !node.asText().isBlank();
    }

    /** The text at a path, empty when absent. */
    public String text(String path) {
        return at(path).asText("").strip();
    }

    /** The whole number at a path; numbers in quotes count. */
    public OptionalLong number(String path) {
        JsonNode node = at(path);
        if (node.isIntegralNumber()) {
            return OptionalLong.of(node.longValue());
        }
        if (node.isTextual() && node.textValue().matches("-?\\d{1,18}")) {
            return OptionalLong.of(Long.parseLong(node.textValue()));
        }
        return OptionalLong.empty();
    }

    /** The whole number at a path, or another. */
    public long number(String path, long otherwise) {
        return number(path).orElse(otherwise);
    }

    /** Whether the path holds {@code true} (or the text "true"). */
    public boolean flag(String path) {
        return text(path).equalsIgnoreCase("true");
    }

    /** {@code status.conditions}, empty when there are none. */
    public List<Condition> conditions() {
        return conditions(at("status.conditions"));
    }

    /** The conditions of a list node. */
    public static List<Condition> conditions(JsonNode list) {
        if (!list.isArray()) {
            return List.of();
        }
        return StreamSupport.stream(list.spliterator(), false)
                .filter(JsonNode::isObject)
                .map(Condition::read)
                .toList();
    }

    /** The condition of this type; the last one when a controller keeps a history. */
    public Optional<Condition> condition(String type) {
        return conditions().stream().filter(c -> c.type().equals(type)).reduce((first, second) -> second);
    }
}
