package io.slipway.activities.diagnosis.collect;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.failure.OwnedTree;
import io.slipway.activities.cluster.failure.Surroundings;
import io.slipway.activities.cluster.readiness.ReadinessRules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds the objects whose state explains that of others. */
final class Neighbours {

    private Neighbours() {}

    /** Pods, their owners upwards, their claims and nodes, the services in front of them and the quotas of the namespace. */
    static List<JsonNode> ofPods(ClusterView view, String namespace, List<JsonNode> pods) throws InterruptedException {
        Set<JsonNode> all = new LinkedHashSet<>(pods);
        all.addAll(owners(pods, candidates(view, namespace)));
        all.addAll(claims(view, namespace, pods));
        all.addAll(ways(view, namespace, pods));
        all.addAll(view.list(CollectedKinds.QUOTAS, namespace, ""));
        all.addAll(nodes(view, pods));
        return new ArrayList<>(all);
    }

    /** Objects, all that they own, and what {@link #ofPods} adds for their pods. */
    static List<JsonNode> ofObjects(ClusterView view, String namespace, List<ObjectRef> refs)
            throws InterruptedException {
        List<JsonNode> candidates = candidates(view, namespace);
        candidates.addAll(view.list(CollectedKinds.PODS, namespace, ""));
        candidates.addAll(view.list(CollectedKinds.CLAIMS, namespace, ""));
        Surroundings around = new Surroundings(candidates, List.of());
        Set<JsonNode> all = new LinkedHashSet<>();
        for (ObjectRef ref : refs) {
            ApiKind kind = ApiKind.of(
                    ref.apiVersion(),
                    ref.kind(),
                    plural(ref.kind()),
                    !ref.namespace().isEmpty());
            List<JsonNode> found =
                    candidates.stream().filter(object -> is(object, ref)).toList();
            List<JsonNode> roots = found.isEmpty()
                    ? view.list(kind, namespace, "").stream()
                            .filter(object -> is(object, ref))
                            .toList()
                    : found;
            roots.forEach(root -> all.addAll(OwnedTree.of(root, around).objects()));
        }
        List<JsonNode> pods =
                all.stream().filter(object -> isKind(object, "Pod")).toList();
        all.addAll(ofPods(view, namespace, pods));
        return new ArrayList<>(all);
    }

    private static List<JsonNode> candidates(ClusterView view, String namespace) throws InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        for (ApiKind kind : Cluster.POD_OWNERS) {
            all.addAll(view.list(kind, namespace, ""));
        }
        return all;
    }

    private static Set<JsonNode> owners(List<JsonNode> objects, List<JsonNode> candidates) {
        Set<JsonNode> owners = new LinkedHashSet<>();
        for (JsonNode object : objects) {
            for (JsonNode reference : object.path("metadata").path("ownerReferences")) {
                candidates.stream()
                        .filter(one -> one.path("metadata").path("uid").equals(reference.path("uid")))
                        .filter(owners::add)
                        .forEach(one -> owners.addAll(owners(List.of(one), candidates)));
            }
        }
        return owners;
    }

    /** Only those that are in trouble: the nodes of a large cluster are many. */
    private static List<JsonNode> nodes(ClusterView view, List<JsonNode> pods) throws InterruptedException {
        Set<String> names = new LinkedHashSet<>();
        pods.forEach(pod -> names.add(pod.path("spec").path("nodeName").asText()));
        return view.list(CollectedKinds.NODES, "", "").stream()
                .filter(node -> names.contains(name(node)))
                .filter(node -> !ReadinessRules.standard().of(node).isReady())
                .toList();
    }

    private static List<JsonNode> claims(ClusterView view, String namespace, List<JsonNode> pods)
            throws InterruptedException {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode pod : pods) {
            for (JsonNode volume : pod.path("spec").path("volumes")) {
                names.add(volume.path("persistentVolumeClaim").path("claimName").asText());
            }
        }
        return view.list(CollectedKinds.CLAIMS, namespace, "").stream()
                .filter(claim -> names.contains(name(claim)))
                .toList();
    }

    /** The services that select one of the pods, with their endpoints and routes. */
    private static List<JsonNode> ways(ClusterView view, String namespace, List<JsonNode> pods)
            throws InterruptedException {
        List<JsonNode> ways = new ArrayList<>();
        Set<String> services = new LinkedHashSet<>();
        for (JsonNode service : view.list(CollectedKinds.SERVICES, namespace, "")) {
            if (pods.stream().anyMatch(pod -> selects(service.path("spec").path("selector"), pod))) {
                services.add(name(service));
                ways.add(service);
            }
        }
        view.list(CollectedKinds.SLICES, namespace, "").stream()
                .filter(slice -> services.contains(slice.path("metadata")
                        .path("labels")
                        .path("kubernetes.io/service-name")
                        .asText()))
                .forEach(ways::add);
        view.list(CollectedKinds.ROUTES, namespace, "").stream()
                .filter(route -> services.contains(
                        route.path("spec").path("to").path("name").asText()))
                .forEach(ways::add);
        return ways;
    }

    private static boolean selects(JsonNode selector, JsonNode pod) {
        if (selector.isEmpty()) {
            return false;
        }
        JsonNode labels = pod.path("metadata").path("labels");
        for (Map.Entry<String, JsonNode> label : selector.properties()) {
            if (!labels.path(label.getKey()).equals(label.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean is(JsonNode object, ObjectRef ref) {
        return isKind(object, ref.kind()) && name(object).equals(ref.name());
    }

    private static boolean isKind(JsonNode object, String kind) {
        return object.path("kind").asText().equals(kind);
    }

    private static String name(JsonNode object) {
        return object.path("metadata").path("name").asText();
    }

    /** As the API conventions form it; a kind with another plural is not found, which only makes the snapshot poorer. */
    private static String plural(String kind) {
        String lower = kind.toLowerCase(Locale.ROOT);
        if (lower.endsWith("s") || lower.endsWith("ss")) {
            return lower + "es";
        }
        return lower.endsWith("y") ? lower.substring(0, lower.length() - 1) + "ies" : lower + "s";
    }
}
