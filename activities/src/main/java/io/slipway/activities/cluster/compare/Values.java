package io.slipway.activities.cluster.compare;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.spec.Quantity;

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

    /** Whether everything wanted is there; what the server added to it by default is passed over. */
    static boolean contains(JsonNode there, JsonNode wanted, boolean quantities) {
        if (wanted.isObject()) {
            return there.isObject()
                    && wanted.properties().stream()
                            .allMatch(e -> contains(
                                    there.path(e.getKey()),
                                    e.getValue(),
                                    quantities || QuantityFields.under(e.getKey())));
        }
        if (wanted.isArray()) {
            if (!there.isArray() || there.size() != wanted.size()) {
                return false;
            }
            for (int i = 0; i < wanted.size(); i++) {
                if (!contains(there.get(i), wanted.get(i), quantities)) {
                    return false;
                }
            }
            return true;
        }
        return quantities ? sameQuantity(there, wanted) : same(there, wanted);
    }
}
