package io.slipway.activities.cluster.compare;

import java.util.Set;

/** Fields under which the built-in kinds hold quantities. */
final class QuantityFields {
    private static final Set<String> NAMES = Set.of(
            "requests",
            "limits",
            "capacity",
            "hard",
            "overhead",
            "sizeLimit",
            "divisor",
            "min",
            "max",
            "default",
            "defaultRequest",
            "maxLimitRequestRatio",
            "averageValue");

    private QuantityFields() {}

    static boolean under(String field) {
        return NAMES.contains(field);
    }
}
