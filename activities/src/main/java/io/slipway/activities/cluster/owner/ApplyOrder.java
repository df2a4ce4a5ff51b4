package io.slipway.activities.cluster.owner;

import java.util.Set;

/** The order in which objects are applied; they are removed in the reverse one. */
public enum ApplyOrder {
    /** Namespaces. */
    NAMESPACES(Set.of("Namespace")),
    /** Definitions of kinds. */
    DEFINITIONS(Set.of("CustomResourceDefinition")),
    /** Rights, limits and configuration. */
    CONFIGURATION(Set.of(
            "ServiceAccount",
            "Role",
            "RoleBinding",
            "ClusterRole",
            "ClusterRoleBinding",
            "SecurityContextConstraints",
            "ResourceQuota",
            "LimitRange",
            "PriorityClass",
            "NetworkPolicy",
            "ConfigMap",
            "Secret")),
    /** Storage. */
    STORAGE(Set.of("StorageClass", "PersistentVolume", "PersistentVolumeClaim", "CSIDriver")),
    /** Services. */
    SERVICES(Set.of("Service", "Endpoints", "EndpointSlice")),
    /** What runs pods. */
    WORKLOADS(Set.of(
            "Deployment",
            "StatefulSet",
            "DaemonSet",
            "ReplicaSet",
            "ReplicationController",
            "DeploymentConfig",
            "Pod",
            "Job",
            "CronJob")),
    /** Everything else. */
    REST(Set.of());

    private static final Set<String> DATA =
            Set.of("Namespace", "PersistentVolumeClaim", "PersistentVolume", "CustomResourceDefinition");

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of only
    private final Set<String> kinds;

    ApplyOrder(Set<String> kinds) {
        this.kinds = kinds;
    }

    /** The group a kind belongs to. */
    public static ApplyOrder of(String kind) {
        for (ApplyOrder group : values()) {
            if (group.kinds.contains(kind)) {
                return group;
            }
        }
        return REST;
    }

    /** Whether data goes with an object of this kind. */
    public static boolean holdsData(String kind) {
        return DATA.contains(kind);
    }
}
