package io.slipway.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.APIGroup;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.slipway.model.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The objects of a namespace by name, without what differs from run to run: uid, versions, times, managed fields, status, and
 * generated values of Secrets. Objects that others make of them, those made anew for each try, and Slipway's own
 * inventory are left out, and so are Flink's ConfigMaps of high availability: its JobManager makes them, they name the leader and
 * where the jobs' checkpoints are, and they stay as other data does.
 */
public final class ClusterObjects {
    private static final Set<String> LEFT_OUT = Set.of(
            "Pod",
            "PodMetrics",
            "ReplicaSet",
            "ControllerRevision",
            "Endpoints",
            "EndpointSlice",
            "Event",
            "Lease",
            "Build",
            "Job",
            "ImageStreamTag",
            "ImageStreamImage");
    private static final List<String> GIVEN =
            List.of("uid", "resourceVersion", "generation", "creationTimestamp", "managedFields", "selfLink");
    private static final List<String> NOTES =
            List.of("deployment.kubernetes.io/revision", "control-plane.alpha.kubernetes.io/leader");

    private ClusterObjects() {}

    /** All of them, as {@code Kind/name}; read by any client, of the sandbox or of a real cluster. */
    public static Map<String, JsonNode> of(KubernetesClient client, String namespace) {
        Map<String, JsonNode> objects = new TreeMap<>();
        for (String version : versions(client)) {
            for (APIResource resource : client.getApiResources(version).getResources()) {
                if (isKept(resource)) {
                    list(client, version, resource, namespace).stream()
                            .filter(object -> !isInventory(object) && !isLeadership(object))
                            .forEach(object -> objects.put(
                                    object.getKind() + "/"
                                            + object.getMetadata().getName(),
                                    plain(object)));
                }
            }
        }
        return objects;
    }

    private static List<String> versions(KubernetesClient client) {
        List<String> versions = new ArrayList<>(List.of("v1"));
        for (APIGroup group : client.getApiGroups().getGroups()) {
            versions.add(group.getPreferredVersion().getGroupVersion());
        }
        return versions;
    }

    private static boolean isKept(APIResource resource) {
        return Boolean.TRUE.equals(resource.getNamespaced())
                && !resource.getName().contains("/")
                && resource.getVerbs().contains("list")
                && !LEFT_OUT.contains(resource.getKind());
    }

    /** Slipway's own records: they tell of uids and times. */
    private static boolean isInventory(GenericKubernetesResource object) {
        return object.getMetadata().getName().startsWith("slipway-inventory-");
    }

    private static boolean isLeadership(GenericKubernetesResource object) {
        Map<String, String> labels = object.getMetadata().getLabels();
        return labels != null && "high-availability".equals(labels.get("configmap-type"));
    }

    /** The objects that are not the same, with what they were and are. */
    public static Map<String, List<JsonNode>> differences(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        Map<String, List<JsonNode>> differences = new TreeMap<>();
        Stream.concat(before.keySet().stream(), after.keySet().stream())
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .forEach(name -> differences.put(
                        name,
                        List.of(
                                before.getOrDefault(name, MissingNode.getInstance()),
                                after.getOrDefault(name, MissingNode.getInstance()))));
        return differences;
    }

    private static List<GenericKubernetesResource> list(
            KubernetesClient client, String version, APIResource resource, String namespace) {
        String[] parts = version.split("/", -1);
        return client.genericKubernetesResources(new ResourceDefinitionContext.Builder()
                        .withGroup(parts.length == 2 ? parts[0] : "")
                        .withVersion(parts[parts.length - 1])
                        .withPlural(resource.getName())
                        .withKind(resource.getKind())
                        .withNamespaced(true)
                        .build())
                .inNamespace(namespace)
                .list()
                .getItems();
    }

    private static JsonNode plain(GenericKubernetesResource object) {
        ObjectNode tree = Json.mapper().valueToTree(object);
        tree.remove("status");
        ObjectNode metadata = tree.withObject("/metadata");
        metadata.remove(GIVEN);
        if (metadata.path("annotations") instanceof ObjectNode notes) {
            notes.remove(NOTES);
            if (notes.isEmpty()) {
                metadata.remove("annotations");
            }
        }
        if (tree.path("kind").asText().equals("Secret") && tree.path("data") instanceof ObjectNode data) {
            List<String> keys = new ArrayList<>();
            data.fieldNames().forEachRemaining(keys::add);
            keys.forEach(key -> data.put(key, "a value"));
        }
        return tree;
    }
}
