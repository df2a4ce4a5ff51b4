package io.slipway.activities.cluster.failure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what belongs to an object. */
final class Descendants {

    private static final String REVISION = "deployment.kubernetes.io/revision";

    private final JsonNode root;
    private final Surroundings around;
    private final List<JsonNode> found = new ArrayList<>();
    /** By identity: the hash of an object is made of all that is in it. */
    private final Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Descendants(JsonNode root, Surroundings around) {
        this.root = root;
        this.around = around;
        seen.add(root);
    }

    static List<JsonNode> of(JsonNode root, Surroundings around) {
        Descendants descendants = new Descendants(root, around);
        descendants.collect(root);
        selected(root, around).forEach(descendants::add);
        descendants.claims().forEach(descendants::add);
        return descendants.found;
    }

    private boolean add(JsonNode object) {
        return seen.add(object) && found.add(object);
    }

    private void collect(JsonNode owner) {
        List<JsonNode> owned = around.ownedBy(owner);
        Optional<JsonNode> newest = newestReplicaSet(owner, owned);
        for (JsonNode object : owned) {
            boolean superseded =
                    isReplicaSet(object) && newest.isPresent() && !newest.get().equals(object);
            if (!superseded && add(object)) {
                collect(object);
            }
        }
    }

    private static Optional<JsonNode> newestReplicaSet(JsonNode owner, List<JsonNode> owned) {
        if (!owner.path("kind").asText().equals("Deployment")) {
            return Optional.empty();
        }
        return owned.stream().filter(Descendants::isReplicaSet).max(Comparator.comparingLong(Descendants::revision));
    }

    private static boolean isReplicaSet(JsonNode object) {
        return object.path("kind").asText().equals("ReplicaSet");
    }

    private static long revision(JsonNode replicaSet) {
        return replicaSet.path("metadata").path("annotations").path(REVISION).asLong(0);
    }

    private static List<JsonNode> selected(JsonNode root, Surroundings around) {
        JsonNode selector = root.path("spec").path("selector");
        if (!root.path("kind").asText().equals("Service") || selector.isEmpty()) {
            return List.of();
        }
        return around.pods().stream()
                .filter(pod -> hasAll(pod.path("metadata").path("labels"), selector))
                .toList();
    }

    private static boolean hasAll(JsonNode labels, JsonNode wanted) {
        for (Map.Entry<String, JsonNode> label : wanted.properties()) {
            if (!labels.path(label.getKey()).equals(label.getValue())) {
                return false;
            }
        }
        return true;
    }

    private List<JsonNode> claims() {
        Set<String> names = new LinkedHashSet<>();
        Stream.concat(found.stream(), Stream.of(root))
                .forEach(pod -> pod.path("spec")
                        .path("volumes")
                        .forEach(volume -> names.add(volume.path("persistentVolumeClaim")
                                .path("claimName")
                                .asText(""))));
        return names.stream().flatMap(name -> around.claims(name).stream()).toList();
    }
}
