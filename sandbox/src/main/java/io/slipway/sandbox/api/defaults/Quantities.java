package io.slipway.sandbox.api.defaults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.slipway.sandbox.store.ResourceKind;
import java.util.List;
import java.util.Set;

/** Writes the quantities of built-in kinds in their canonical form, as typed objects do: {@code 1000m} is {@code 1}. */
public final class Quantities {

    private static final Set<String> GROUPS = Set.of("", "apps", "batch", "apps.openshift.io");
    private static final Set<String> MAPS = Set.of("limits", "requests", "hard", "used", "capacity", "allocatable");

    private Quantities() {}

    /**
     * Changes the quantities of an object.
     *
     * @param kind its kind
     * @param object the object
     */
    public static void canonical(ResourceKind kind, ObjectNode object) {
        if (GROUPS.contains(kind.group())
                && !List.of("configmaps", "secrets", "events").contains(kind.plural())) {
            below(object.path("spec"));
            below(object.path("status"));
        }
    }

    private static void below(JsonNode node) {
        node.properties().forEach(entry -> {
            if (MAPS.contains(entry.getKey()) && entry.getValue() instanceof ObjectNode amounts) {
                amounts.properties().forEach(amount -> rewrite(amounts, amount.getKey(), amount.getValue()));
            } else if (entry.getKey().equals("sizeLimit") && node instanceof ObjectNode volume) {
                rewrite(volume, entry.getKey(), entry.getValue());
            } else {
                below(entry.getValue());
            }
        });
        if (node.isArray()) {
            node.forEach(Quantities::below);
        }
    }

    private static void rewrite(ObjectNode amounts, String name, JsonNode value) {
        if (value.isValueNode()) {
            amounts.set(name, TextNode.valueOf(Quantity.parse(value.asText()).toString()));
        }
    }
}
