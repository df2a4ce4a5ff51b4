package io.slipway.sandbox.api.patch;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which lists a strategic merge patch merges item by item, and by which field (Kubernetes 1.32 API reference). */
final class MergeKeys {

    private static final Map<String, String> BY_FIELD = Map.ofEntries(
            Map.entry("containers", "name"),
            Map.entry("initContainers", "name"),
            Map.entry("ephemeralContainers", "name"),
            Map.entry("env", "name"),
            Map.entry("volumes", "name"),
            Map.entry("volumeMounts", "mountPath"),
            Map.entry("volumeDevices", "devicePath"),
            Map.entry("hostAliases", "ip"),
            Map.entry("topologySpreadConstraints", "topologyKey"),
            Map.entry("conditions", "type"),
            Map.entry("ownerReferences", "uid"),
            Map.entry("podIPs", "ip"),
            Map.entry("addresses", "type"),
            Map.entry("webhooks", "name"),
            Map.entry("secrets", "name"),
            Map.entry("resourceClaims", "name"),
            Map.entry("schedulingGates", "name"));

    private static final Set<String> SETS = Set.of("metadata.finalizers");

    private MergeKeys() {}

    static Optional<String> of(String path) {
        String field = path.substring(path.lastIndexOf('.') + 1);
        return switch (field) {
            case "ports" -> path.endsWith("ontainers.ports") ? Optional.of("containerPort") : servicePorts(path);
            case "imagePullSecrets" -> path.contains("spec.") ? Optional.of("name") : Optional.empty();
            default -> Optional.ofNullable(BY_FIELD.get(field));
        };
    }

    static boolean mergesValues(String path) {
        return SETS.contains(path);
    }

    private static Optional<String> servicePorts(String path) {
        return path.equals("spec.ports") ? Optional.of("port") : Optional.empty();
    }
}
