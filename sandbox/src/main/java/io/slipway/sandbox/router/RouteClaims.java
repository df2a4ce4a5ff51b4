package io.slipway.sandbox.router;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whose a host is: the namespace of its oldest Route has it, and of that the oldest Route of each path. */
final class RouteClaims {
    private static final Comparator<ObjectNode> OLDEST_FIRST = Comparator.comparing((ObjectNode route) ->
                    Meta.of(route).path("creationTimestamp").asText())
            .thenComparing(Meta::uid);

    private final ObjectStore store;

    RouteClaims(ObjectStore store) {
        this.store = store;
    }

    static String host(JsonNode route) {
        String given = route.at("/spec/host").asText("");
        return given.isEmpty() ? Meta.name(route) + "-" + Meta.namespace(route) + "." + Router.DOMAIN : given;
    }

    static String path(JsonNode route) {
        return route.at("/spec/path").asText("");
    }

    /** The Routes of a host, the oldest first. */
    List<ObjectNode> of(String host) {
        return store.views(Kinds.ROUTE, "").objects().stream()
                .filter(route -> host(route).equals(host))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    /** Why a Route does not get its host, in the router's words; empty when it does. */
    Optional<String> refusal(ObjectNode route) {
        List<ObjectNode> holders = new ArrayList<>();
        for (ObjectNode other : of(host(route))) {
            Optional<String> refusal = refusal(other, holders);
            if (Meta.uid(other).equals(Meta.uid(route))) {
                return refusal;
            }
            if (refusal.isEmpty()) {
                holders.add(other);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> refusal(ObjectNode route, List<ObjectNode> holders) {
        if (holders.isEmpty()) {
            return Optional.empty();
        }
        if (!Meta.namespace(holders.getFirst()).equals(Meta.namespace(route))) {
            return Optional.of(
                    "a route in another namespace holds " + host(route) + " and is older than " + Meta.name(route));
        }
        return holders.stream()
                .filter(holder -> path(holder).equals(path(route)))
                .findFirst()
                .map(holder -> "route " + Meta.name(holder) + " already exposes " + host(route) + " and is older");
    }
}
