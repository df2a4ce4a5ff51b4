package io.slipway.sandbox.api.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.defaults.Quantity;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.ResourceKind;
import io.slipway.sandbox.store.StoreReader;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Refuses new objects that a ResourceQuota has no room for. Scopes of quotas are not looked at. */
final class Quota {

    private Quota() {}

    static void check(StoreReader store, ResourceKind kind, ObjectNode object, Optional<ObjectNode> previous) {
        if (previous.isPresent() || !kind.namespaced()) {
            return;
        }
        for (ObjectNode quota :
                store.views(Kinds.RESOURCE_QUOTA, Meta.namespace(object)).objects()) {
            check(store, kind, object, quota);
        }
    }

    private static void check(StoreReader store, ResourceKind kind, ObjectNode object, ObjectNode quota) {
        JsonNode limits = quota.at("/spec/hard");
        Map<String, Quantity> asked = QuotaUsage.of(kind, object);
        asked.keySet().removeIf(name -> !limits.has(name));
        Map<String, Quantity> used = QuotaUsage.used(store, Meta.namespace(object), asked.keySet());
        Map<String, Quantity> hard = new TreeMap<>();
        asked.forEach((name, amount) -> {
            Quantity most = Quantity.parse(limits.path(name).asText());
            if (used.get(name).plus(amount).compareTo(most) > 0) {
                hard.put(name, most);
            }
        });
        mustSpecify(kind, object, quota);
        if (!hard.isEmpty()) {
            asked.keySet().retainAll(hard.keySet());
            used.keySet().retainAll(hard.keySet());
            String why = "exceeded quota: %s, requested: %s, used: %s, limited: %s"
                    .formatted(Meta.name(quota), text(asked), text(used), text(hard));
            throw Refusals.forbidden(kind, Meta.name(object), why);
        }
    }

    /** Where computing is limited, every container has to say how much it wants. */
    private static void mustSpecify(ResourceKind kind, ObjectNode object, ObjectNode quota) {
        if (!kind.resource().equals("pods")) {
            return;
        }
        Map<String, String> missing = new TreeMap<>();
        quota.at("/spec/hard")
                .properties()
                .forEach(limit -> QuotaUsage.pointer(limit.getKey()).ifPresent(pointer -> {
                    for (JsonNode container : object.at("/spec/containers")) {
                        if (container.at(pointer).isMissingNode()) {
                            missing.merge(limit.getKey(), container.path("name").asText(), (a, b) -> a + "," + b);
                        }
                    }
                }));
        if (!missing.isEmpty()) {
            String list = missing.entrySet().stream()
                    .map(entry -> entry.getKey() + " for: " + entry.getValue())
                    .collect(Collectors.joining("; "));
            throw Refusals.forbidden(
                    kind, Meta.name(object), "failed quota: %s: must specify %s".formatted(Meta.name(quota), list));
        }
    }

    private static String text(Map<String, Quantity> amounts) {
        return amounts.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }
}
