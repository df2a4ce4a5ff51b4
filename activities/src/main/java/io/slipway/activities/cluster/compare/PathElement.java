package io.slipway.activities.cluster.compare;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.json.Json;

/** A path element of {@code fieldsV1}. */
sealed interface PathElement {
    /** A field of a map: {@code f:name}. */
    record Field(String name) implements PathElement {}

    /** An element of a list by its keys: <code>k:{"name":"x"}</code>. */
    record Keyed(JsonNode keys) implements PathElement {}

    /** An element of a set: {@code v:"x"}. */
    record Value(JsonNode value) implements PathElement {}

    /** An element of a list by its place: {@code i:0}. */
    record Index(int at) implements PathElement {}

    /** The map or element itself: {@code .}. */
    record Self() implements PathElement {}

    static PathElement parse(String text) {
        if (text.equals(".")) {
            return new Self();
        }
        String rest = text.substring(2);
        return switch (text.charAt(0)) {
            case 'f' -> new Field(rest);
            case 'k' -> new Keyed(Json.read(rest, JsonNode.class));
            case 'v' -> new Value(Json.read(rest, JsonNode.class));
            case 'i' -> new Index(Integer.parseInt(rest));
            default -> throw new IllegalArgumentException("unknown path element " + text);
        };
    }
}
