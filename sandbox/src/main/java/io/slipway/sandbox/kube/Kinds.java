package io.slipway.sandbox.kube;

import io.slipway.sandbox.store.ResourceKind;
import java.util.List;
import java.util.Optional;

/** The kinds the simulation reads and writes. */
public final class Kinds {
    public static final ResourceKind POD = core("Pod", "pods");
    public static final ResourceKind SERVICE = core("Service", "services");
    public static final ResourceKind ENDPOINTS = core("Endpoints", "endpoints");
    public static final ResourceKind CONFIG_MAP = core("ConfigMap", "configmaps");
    public static final ResourceKind SECRET = core("Secret", "secrets");
    public static final ResourceKind SERVICE_ACCOUNT = core("ServiceAccount", "serviceaccounts");
    public static final ResourceKind EVENT = core("Event", "events");
    public static final ResourceKind PVC = core("PersistentVolumeClaim", "persistentvolumeclaims");
    public static final ResourceKind RESOURCE_QUOTA = core("ResourceQuota", "resourcequotas");
    public static final ResourceKind NAMESPACE = new ResourceKind("", "v1", "Namespace", "namespaces", false);
    public static final ResourceKind NODE = new ResourceKind("", "v1", "Node", "nodes", false);
    public static final ResourceKind PV = new ResourceKind("", "v1", "PersistentVolume", "persistentvolumes", false);
    public static final ResourceKind DEPLOYMENT = namespaced("apps", "v1", "Deployment", "deployments");
    public static final ResourceKind REPLICA_SET = namespaced("apps", "v1", "ReplicaSet", "replicasets");
    public static final ResourceKind STATEFUL_SET = namespaced("apps", "v1", "StatefulSet", "statefulsets");
    public static final ResourceKind DAEMON_SET = namespaced("apps", "v1", "DaemonSet", "daemonsets");
    public static final ResourceKind JOB = namespaced("batch", "v1", "Job", "jobs");
    public static final ResourceKind CRON_JOB = namespaced("batch", "v1", "CronJob", "cronjobs");
    public static final ResourceKind PDB =
            namespaced("policy", "v1", "PodDisruptionBudget", "poddisruptionbudgets");
    public static final ResourceKind HPA =
            namespaced("autoscaling", "v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers");
    public static final ResourceKind ENDPOINT_SLICE =
            namespaced("discovery.k8s.io", "v1", "EndpointSlice", "endpointslices");
    public static final ResourceKind STORAGE_CLASS =
            new ResourceKind("storage.k8s.io", "v1", "StorageClass", "storageclasses", false);
    public static final ResourceKind ROLE = namespaced("rbac.authorization.k8s.io", "v1", "Role", "roles");
    public static final ResourceKind ROLE_BINDING =
            namespaced("rbac.authorization.k8s.io", "v1", "RoleBinding", "rolebindings");
    public static final ResourceKind CLUSTER_ROLE =
            new ResourceKind("rbac.authorization.k8s.io", "v1", "ClusterRole", "clusterroles", false);
    public static final ResourceKind CLUSTER_ROLE_BINDING =
            new ResourceKind("rbac.authorization.k8s.io", "v1", "ClusterRoleBinding", "clusterrolebindings", false);
    public static final ResourceKind BUILD_CONFIG =
            namespaced("build.openshift.io", "v1", "BuildConfig", "buildconfigs");
    public static final ResourceKind BUILD = namespaced("build.openshift.io", "v1", "Build", "builds");
    public static final ResourceKind IMAGE_STREAM =
            namespaced("image.openshift.io", "v1", "ImageStream", "imagestreams");
    public static final ResourceKind ROUTE = namespaced("route.openshift.io", "v1", "Route", "routes");
    public static final ResourceKind INGRESS = namespaced("networking.k8s.io", "v1", "Ingress", "ingresses");
    public static final ResourceKind SCC = new ResourceKind(
            "security.openshift.io", "v1", "SecurityContextConstraints", "securitycontextconstraints", false);

    private static final List<ResourceKind> OWNERS = List.of(
            POD, DEPLOYMENT, REPLICA_SET, STATEFUL_SET, DAEMON_SET, JOB, CRON_JOB, BUILD_CONFIG, BUILD, SERVICE);

    private Kinds() {}

    /** A kind that may own others, by the name in an owner reference. */
    public static Optional<ResourceKind> owner(String kind) {
        return OWNERS.stream().filter(known -> known.kind().equals(kind)).findFirst();
    }

    private static ResourceKind core(String kind, String plural) {
        return new ResourceKind("", "v1", kind, plural, true);
    }

    private static ResourceKind namespaced(String group, String version, String kind, String plural) {
        return new ResourceKind(group, version, kind, plural, true);
    }
}
