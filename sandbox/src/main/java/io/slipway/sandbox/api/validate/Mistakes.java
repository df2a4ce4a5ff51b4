package io.slipway.sandbox.api.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.sandbox.store.Status.Cause;
import java.util.ArrayList;
import java.util.List;

/** Collects the mistakes of one object. */
final class Mistakes {

    private final List<Cause> causes = new ArrayList<>();

    List<Cause> causes() {
        return causes;
    }

    void required(String field) {
        causes.add(new Cause("FieldValueRequired", "Required value", field));
    }

    void required(String field, String why) {
        causes.add(new Cause("FieldValueRequired", "Required value: " + why, field));
    }

    void invalid(String field, JsonNode value, String why) {
        causes.add(new Cause("FieldValueInvalid", "Invalid value: %s: %s".formatted(value, why), field));
    }

    /** A map from text to text, written as Go writes it. */
    void invalidMap(String field, JsonNode value, String why) {
        String shown = value.isMissingNode() ? "map[string]string(nil)" : "map[string]string" + value;
        causes.add(new Cause("FieldValueInvalid", "Invalid value: %s: %s".formatted(shown, why), field));
    }

    /** A selector, written as Go writes it. */
    void invalidSelector(String field, JsonNode value, String why) {
        JsonNode labels = value.path("matchLabels");
        JsonNode expressions = value.path("matchExpressions");
        String shown =
                "v1.LabelSelector{MatchLabels:map[string]string%s, MatchExpressions:[]v1.LabelSelectorRequirement%s}"
                        .formatted(
                                labels.isMissingNode() ? "(nil)" : labels.toString(),
                                expressions.isMissingNode() ? "(nil)" : expressions.toString());
        causes.add(new Cause("FieldValueInvalid", "Invalid value: %s: %s".formatted(shown, why), field));
    }

    void invalid(String field, String value, String why) {
        causes.add(new Cause("FieldValueInvalid", "Invalid value: \"%s\": %s".formatted(value, why), field));
    }

    void tooLong(String field, int limit) {
        causes.add(new Cause("FieldValueTooLong", "Too long: must have at most " + limit + " bytes", field));
    }

    void duplicate(String field, String value) {
        causes.add(new Cause("FieldValueDuplicate", "Duplicate value: \"%s\"".formatted(value), field));
    }

    void notFound(String field, String value) {
        causes.add(new Cause("FieldValueNotFound", "Not found: \"%s\"".formatted(value), field));
    }

    void forbidden(String field, String why) {
        causes.add(new Cause("FieldValueForbidden", "Forbidden: " + why, field));
    }

    void unsupported(String field, String value, List<String> supported) {
        String list = String.join(
                ", ", supported.stream().map(one -> "\"" + one + "\"").toList());
        causes.add(new Cause(
                "FieldValueNotSupported",
                "Unsupported value: \"%s\": supported values: %s".formatted(value, list),
                field));
    }
}
