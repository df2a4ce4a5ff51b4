package io.slipway.activities.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ListQuery;
import io.slipway.activities.cluster.inventory.Entry;
import io.slipway.activities.cluster.inventory.Inventory;
import io.slipway.activities.cluster.inventory.InventoryName;
import io.slipway.activities.cluster.inventory.InventoryStore;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The pods that an earlier rollout of the pipeline has brought: they belong to objects of its inventory, directly or by
 * others. This rollout keeps or replaces them, so what they asked for is room that it has.
 */
final class OwnPods {
    private OwnPods() {}

    /** What looking for them asks; without it they count as anybody's. */
    static Calls calls(Reach reach) throws InterruptedException {
        Calls calls = Calls.NONE;
        for (String namespace : namespaces(inventory(reach))) {
            for (ApiKind kind : Cluster.POD_OWNERS) {
                calls = calls.and(Calls.on(kind, namespace, "list"));
            }
        }
        return calls.and(InventoryStore.callsToRead(reach.context().namespace()))
                .ifGranted();
    }

    /** The pods by whether they are the pipeline's own. */
    static Map<Boolean, List<JsonNode>> split(List<JsonNode> pods, Reach reach) throws InterruptedException {
        Inventory inventory = inventory(reach);
        Set<String> uids = inventory.entries().values().stream()
                .map(Entry::uid)
                .filter(uid -> !uid.isEmpty())
                .collect(Collectors.toCollection(HashSet::new));
        List<JsonNode> owned = new ArrayList<>(pods);
        for (String namespace : namespaces(inventory)) {
            for (ApiKind kind : Cluster.POD_OWNERS) {
                owned.addAll(listed(reach, kind, namespace));
            }
        }
        int before;
        do {
            before = uids.size();
            owned.stream().filter(object -> isOf(object, uids)).forEach(object -> uids.add(uid(object)));
        } while (uids.size() > before);
        return pods.stream().collect(Collectors.partitioningBy(pod -> uids.contains(uid(pod))));
    }

    private static Inventory inventory(Reach reach) throws InterruptedException {
        String namespace = reach.context().namespace();
        InventoryName name = new InventoryName(reach.context().task().pipeline(), namespace);
        return unlessRefused(Inventory.EMPTY, () -> new InventoryStore(reach.api(), name).load());
    }

    private static Set<String> namespaces(Inventory inventory) {
        return inventory.entries().values().stream()
                .map(Entry::namespace)
                .filter(namespace -> !namespace.isEmpty())
                .collect(Collectors.toSet());
    }

    private static List<JsonNode> listed(Reach reach, ApiKind kind, String namespace) throws InterruptedException {
        return unlessRefused(List.of(), () -> reach.api().list(kind, namespace, ListQuery.ALL));
    }

    private static <T> T unlessRefused(T otherwise, Question<T> question) throws InterruptedException {
        try {
            return question.ask();
        } catch (ApiException e) {
            if (e.code() == HttpURLConnection.HTTP_FORBIDDEN) {
                return otherwise;
            }
            throw e;
        }
    }

    private static boolean isOf(JsonNode object, Set<String> uids) {
        return object.path("metadata")
                .path("ownerReferences")
                .valueStream()
                .anyMatch(owner -> uids.contains(owner.path("uid").asText()));
    }

    private static String uid(JsonNode object) {
        return object.path("metadata").path("uid").asText();
    }

    /** Asks the API server. */
    @FunctionalInterface
    private interface Question<T> {
        T ask() throws InterruptedException;
    }
}
