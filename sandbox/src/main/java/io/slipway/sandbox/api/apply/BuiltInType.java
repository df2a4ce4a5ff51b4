package io.slipway.sandbox.api.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.slipway.sandbox.store.ResourceKind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The types of the built-in kinds, by the name of a field and where it stands. The list types are those of the
 * Kubernetes 1.32 API reference ({@code x-kubernetes-list-type}, {@code -list-map-keys}, {@code -map-type}).
 *
 * @param kind the kind
 * @param path the path without list items, such as {@code spec.template.spec.containers.ports}
 * @param name the last field of the path
 */
record BuiltInType(ResourceKind kind, String path, String name) implements FieldType {

    private static final ListShape ATOMIC = new ListShape.Atomic();
    private static final Map<String, JsonNode> TCP = Map.of("protocol", TextNode.valueOf("TCP"));

    private static final Set<String> ATOMIC_OBJECTS = Set.of(
            "selector",
            "labelSelector",
            "namespaceSelector",
            "podSelector",
            "objectSelector",
            "nodeSelector",
            "secretKeyRef",
            "configMapKeyRef",
            "fieldRef",
            "resourceFieldRef",
            "roleRef",
            "scaleTargetRef",
            "dataSource",
            "involvedObject",
            "requiredDuringSchedulingIgnoredDuringExecution",
            "secretRef",
            "claimRef",
            "targetRef");

    private static final Map<String, ListShape> POD_LISTS = Map.ofEntries(
            Map.entry("containers", keyed("name")),
            Map.entry("initContainers", keyed("name")),
            Map.entry("ephemeralContainers", keyed("name")),
            Map.entry("env", keyed("name")),
            Map.entry("volumes", keyed("name")),
            Map.entry("volumeMounts", keyed("mountPath")),
            Map.entry("volumeDevices", keyed("devicePath")),
            Map.entry("imagePullSecrets", keyed("name")),
            Map.entry("hostAliases", keyed("ip")),
            Map.entry("resourceClaims", keyed("name")),
            Map.entry("schedulingGates", keyed("name")),
            Map.entry("podIPs", keyed("ip")),
            Map.entry("topologySpreadConstraints", keyed("topologyKey", "whenUnsatisfiable")));

    private static final Set<String> GROUPS_WITH_PODS = Set.of("", "apps", "batch", "apps.openshift.io");

    private static final Set<String> ALWAYS = Set.of(
            "metadata",
            "spec",
            "status",
            "spec.containers",
            "spec.strategy",
            "spec.updateStrategy",
            "spec.template",
            "spec.template.metadata",
            "spec.template.spec",
            "spec.template.spec.containers",
            "spec.jobTemplate",
            "spec.jobTemplate.spec",
            "spec.jobTemplate.metadata",
            "spec.jobTemplate.spec.template",
            "spec.jobTemplate.spec.template.metadata",
            "spec.jobTemplate.spec.template.spec",
            "spec.jobTemplate.spec.template.spec.containers");

    static FieldType of(ResourceKind kind) {
        return new BuiltInType(kind, "", "");
    }

    @Override
    public FieldType field(String field) {
        return new BuiltInType(kind, path.isEmpty() ? field : path + "." + field, field);
    }

    @Override
    public FieldType item() {
        return new BuiltInType(kind, path, "");
    }

    @Override
    public ListShape list() {
        if (path.startsWith("metadata.")) {
            return MetadataType.list(name);
        }
        if (name.equals("conditions") && path.startsWith("status.")) {
            return kind.resource().equals("jobs.batch") ? ATOMIC : keyed("type");
        }
        if (name.equals("ports")) {
            return ports();
        }
        if (name.equals("webhooks")
                || (name.equals("secrets") && kind.resource().equals("serviceaccounts"))) {
            return keyed("name");
        }
        return inPodSpec() ? POD_LISTS.getOrDefault(name, ATOMIC) : ATOMIC;
    }

    @Override
    public boolean atomicObject() {
        return ATOMIC_OBJECTS.contains(name);
    }

    @Override
    public boolean open() {
        return false;
    }

    @Override
    public boolean alwaysThere() {
        return !name.isEmpty() && ALWAYS.contains(path);
    }

    private boolean inPodSpec() {
        return GROUPS_WITH_PODS.contains(kind.group()) && (path.startsWith("spec.") || path.startsWith("status."));
    }

    private ListShape ports() {
        if (kind.resource().equals("services") && path.equals("spec.ports")) {
            return new ListShape.Keyed(List.of("port", "protocol"), TCP);
        }
        boolean container = inPodSpec() && path.endsWith("ontainers.ports");
        return container ? new ListShape.Keyed(List.of("containerPort", "protocol"), TCP) : ATOMIC;
    }

    private static ListShape keyed(String... keys) {
        return new ListShape.Keyed(List.of(keys), Map.of());
    }
}
