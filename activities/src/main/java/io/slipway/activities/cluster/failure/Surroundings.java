package io.slipway.activities.cluster.failure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The objects and events of a namespace, found by whom they belong to. It is made once for the trees of many objects:
 * each tree then costs what is in it, however much there is beside it.
 */
public final class Surroundings {
    private final Map<String, List<JsonNode>> ownedBy = new HashMap<>();
    private final Map<String, List<JsonNode>> claims = new HashMap<>();
    private final Map<String, List<JsonNode>> eventsOf = new HashMap<>();
    private final List<JsonNode> pods = new ArrayList<>();

    /**
     * What there is.
     *
     * @param objects those that may belong to another; what is being deleted belongs to none any more
     * @param events core or events.k8s.io Events
     */
    public Surroundings(Collection<JsonNode> objects, Collection<JsonNode> events) {
        objects.stream()
                .filter(object -> !object.path("metadata").hasNonNull("deletionTimestamp"))
                .forEach(this::add);
        events.forEach(event -> put(eventsOf, name(EventSigns.about(event)), event));
    }

    private void add(JsonNode object) {
        Set<String> owners = new HashSet<>();
        for (JsonNode reference : object.path("metadata").path("ownerReferences")) {
            String uid = reference.path("uid").asText("");
            if (!uid.isEmpty() && owners.add(uid)) {
                put(ownedBy, uid, object);
            }
        }
        switch (object.path("kind").asText()) {
            case "Pod" -> pods.add(object);
            case "PersistentVolumeClaim" ->
                put(claims, object.path("metadata").path("name").asText(), object);
            default -> {
                // found by its owner only
            }
        }
    }

    /** What names the object as its owner. */
    List<JsonNode> ownedBy(JsonNode owner) {
        return ownedBy.getOrDefault(owner.path("metadata").path("uid").asText(""), List.of());
    }

    List<JsonNode> pods() {
        return pods;
    }

    List<JsonNode> claims(String name) {
        return claims.getOrDefault(name, List.of());
    }

    /** What was told of an object, or of an earlier one of its name. */
    List<JsonNode> events(JsonNode object) {
        return eventsOf.getOrDefault(name(object.path("kind"), object.path("metadata")), List.of());
    }

    private static String name(JsonNode reference) {
        return name(reference.path("kind"), reference);
    }

    private static String name(JsonNode kind, JsonNode named) {
        return kind.asText() + "/" + named.path("name").asText();
    }

    private static void put(Map<String, List<JsonNode>> map, String key, JsonNode value) {
        map.computeIfAbsent(key, any -> new ArrayList<>()).add(value);
    }
}
