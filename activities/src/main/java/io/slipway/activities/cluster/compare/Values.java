package io.slipway.activities.cluster.compare;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.spec.Quantity;
import java.util.Map;
import java.util.stream.IntStream;

/** Equality of values as Kubernetes sees it. */
final class Values {
    private Values() {}

    /** Whether two scalars are equal; numbers by value, however written. */
    static boolean same(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        return one.equals(other);
    }

    /** The same where quantities stand: {@code 0.5} and {@code 500m} are equal. */
    static boolean sameQuantity(JsonNode one, JsonNode other) {
        if (same(one, other)) {
            return true;
        }
        try {
            return new Quantity(one.asText()).compareTo(new Quantity(other.asText())) == 0;
        } catch (IllegalArgumentException noQuantity) {
            return false;
        }
    }

    /** Whether a value that one manager owns as a whole is what is wanted: what it has beside would go. */
    static boolean whole(JsonNode there, JsonNode wanted, QuantityFields quantities) {
        if (wanted.isObject()) {
            return there.isObject()
                    && there.propertyStream().allMatch(e -> wanted.has(e.getKey()) || isDefault(e, there))
                    && wanted.propertyStream()
                            .allMatch(e -> whole(there.path(e.getKey()), e.getValue(), quantities.under(e.getKey())));
        }
        if (wanted.isArray()) {
            return there.isArray()
                    && there.size() == wanted.size()
                    && IntStream.range(0, wanted.size()).allMatch(i -> whole(there.get(i), wanted.get(i), quantities));
        }
        return quantities == QuantityFields.HERE ? sameQuantity(there, wanted) : same(there, wanted);
    }

    /** What the server fills in where a variable refers to the pod's own fields and resources, as many pods have it. */
    private static boolean isDefault(Map.Entry<String, JsonNode> field, JsonNode in) {
        return switch (field.getKey()) {
            case "apiVersion" ->
                in.has("fieldPath") && field.getValue().asText().equals("v1");
            case "divisor" -> in.has("resource") && field.getValue().asText().equals("0");
            default -> false;
        };
    }
}
