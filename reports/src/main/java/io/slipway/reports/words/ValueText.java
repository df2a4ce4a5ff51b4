package io.slipway.reports.words;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;

/** Values as people read them. */
public final class ValueText {
    private ValueText() {}

    /** A text without quotes, a list with commas, anything else as JSON. */
    public static String of(JsonNode value) {
        if (value.isArray() && value.valueStream().allMatch(JsonNode::isValueNode)) {
            return value.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "));
        }
        return value.isTextual() ? value.textValue() : value.toString();
    }
}
