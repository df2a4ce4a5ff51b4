package io.slipway.workflows.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.check.Suggestion;
import io.slipway.model.json.Json;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/**
 * The input of an Update, which people type into the Temporal UI: a JSON object with the fields of a record. What is misspelt
 * is refused and not ignored: an approval whose plan nobody reads would be bound to nothing.
 */
final class TypedInput {
    private TypedInput() {}

    /**
     * Reads it.
     *
     * @param typed what was typed; null when nothing was
     * @param example an object that would do
     * @throws IllegalArgumentException when it is none, or has a field that there is not; the message is for people
     */
    static <T extends Record> T read(JsonNode typed, Class<T> type, String example) {
        if (!(typed instanceof ObjectNode object)) {
            throw new IllegalArgumentException("the input must be a JSON object such as " + example);
        }
        List<String> fields = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .sorted()
                .toList();
        object.fieldNames().forEachRemaining(name -> known(name, fields));
        try {
            return Json.mapper().convertValue(object, type);
        } catch (IllegalArgumentException e) {
            // Without its cause, which the Temporal UI would print and which names classes.
            throw new IllegalArgumentException("the input is invalid; write it as in " + example);
        }
    }

    private static void known(String name, List<String> fields) {
        if (!fields.contains(name)) {
            throw new IllegalArgumentException("unknown field '" + name + "'"
                    + Suggestion.nearest(name, fields)
                            .map(near -> ", did you mean '" + near + "'?")
                            .orElse("; there are " + String.join(", ", fields)));
        }
    }
}
