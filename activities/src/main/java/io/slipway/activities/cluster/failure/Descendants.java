package io.slipway.activities.cluster.failure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what belongs to an object. */
final class Descendants {

    private static final String REVISION = "deployment.kubernetes.io/revision";

    private Descendants() {}

    static List<JsonNode> of(JsonNode root, List<JsonNode> candidates) {
        List<JsonNode> alive = candidates.stream()
                .filter(object -> !object.path("metadata").hasNonNull("deletionTimestamp"))
                .toList();
        List<JsonNode> found = new ArrayList<>();
        Set<JsonNode> seen = new HashSet<>();
        seen.add(root);
        collect(root, alive, found, seen);
        selected(root, alive).forEach(pod -> {
            if (seen.add(pod)) {
                found.add(pod);
            }
        });
        claims(found, root, alive).forEach(claim -> {
            if (seen.add(claim)) {
                found.add(claim);
            }
        });
        return found;
    }

    private static void collect(JsonNode owner, List<JsonNode> alive, List<JsonNode> found, Set<JsonNode> seen) {
        List<JsonNode> owned =
                alive.stream().filter(object -> isOwned(object, owner)).toList();
        Optional<JsonNode> newest = newestReplicaSet(owner, owned);
        for (JsonNode object : owned) {
            boolean superseded =
                    isReplicaSet(object) && newest.isPresent() && !newest.get().equals(object);
            if (!superseded && seen.add(object)) {
                found.add(object);
                collect(object, alive, found, seen);
            }
        }
    }

    private static boolean isOwned(JsonNode object, JsonNode owner) {
        String uid = owner.path("metadata").path("uid").asText("");
        for (JsonNode reference : object.path("metadata").path("ownerReferences")) {
            if (!uid.isEmpty() && reference.path("uid").asText().equals(uid)) {
                return true;
            }
        }
        return false;
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

    private static List<JsonNode> selected(JsonNode root, List<JsonNode> alive) {
        JsonNode selector = root.path("spec").path("selector");
        if (!root.path("kind").asText().equals("Service") || selector.isEmpty()) {
            return List.of();
        }
        return alive.stream()
                .filter(object -> object.path("kind").asText().equals("Pod"))
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

    private static List<JsonNode> claims(List<JsonNode> found, JsonNode root, List<JsonNode> alive) {
        Set<String> names = new HashSet<>();
        List<JsonNode> pods = new ArrayList<>(found);
        pods.add(root);
        for (JsonNode pod : pods) {
            for (JsonNode volume : pod.path("spec").path("volumes")) {
                names.add(volume.path("persistentVolumeClaim").path("claimName").asText(""));
            }
        }
        return alive.stream()
                .filter(object -> object.path("kind").asText().equals("PersistentVolumeClaim"))
                .filter(claim ->
                        names.contains(claim.path("metadata").path("name").asText()))
                .toList();
    }
}
