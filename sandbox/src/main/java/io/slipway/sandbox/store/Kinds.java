package io.slipway.sandbox.store;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The built-in kinds controllers speak of, taken from the table of kinds. */
public final class Kinds {

    private static final Map<String, ResourceKind> TABLE = KindTable.read().stream()
            .map(ServedKind::kind)
            .collect(Collectors.toMap(ResourceKind::resource, kind -> kind));

    /** Pod, core. */
    public static final ResourceKind POD = TABLE.get("pods");

    /** Service, core. */
    public static final ResourceKind SERVICE = TABLE.get("services");

    /** ReplicationController, core. */
    public static final ResourceKind REPLICATION_CONTROLLER = TABLE.get("replicationcontrollers");

    /** ConfigMap, core. */
    public static final ResourceKind CONFIG_MAP = TABLE.get("configmaps");

    /** Secret, core. */
    public static final ResourceKind SECRET = TABLE.get("secrets");

    /** ServiceAccount, core. */
    public static final ResourceKind SERVICE_ACCOUNT = TABLE.get("serviceaccounts");

    /** PersistentVolumeClaim, core. */
    public static final ResourceKind PERSISTENT_VOLUME_CLAIM = TABLE.get("persistentvolumeclaims");

    /** Endpoints, core. */
    public static final ResourceKind ENDPOINTS = TABLE.get("endpoints");

    /** Event, core. */
    public static final ResourceKind EVENT = TABLE.get("events");

    /** LimitRange, core. */
    public static final ResourceKind LIMIT_RANGE = TABLE.get("limitranges");

    /** ResourceQuota, core. */
    public static final ResourceKind RESOURCE_QUOTA = TABLE.get("resourcequotas");

    /** Namespace, core. */
    public static final ResourceKind NAMESPACE = TABLE.get("namespaces");

    /** Node, core. */
    public static final ResourceKind NODE = TABLE.get("nodes");

    /** PersistentVolume, core. */
    public static final ResourceKind PERSISTENT_VOLUME = TABLE.get("persistentvolumes");

    /** Deployment, apps. */
    public static final ResourceKind DEPLOYMENT = TABLE.get("deployments.apps");

    /** ReplicaSet, apps. */
    public static final ResourceKind REPLICA_SET = TABLE.get("replicasets.apps");

    /** StatefulSet, apps. */
    public static final ResourceKind STATEFUL_SET = TABLE.get("statefulsets.apps");

    /** DaemonSet, apps. */
    public static final ResourceKind DAEMON_SET = TABLE.get("daemonsets.apps");

    /** ControllerRevision, apps. */
    public static final ResourceKind CONTROLLER_REVISION = TABLE.get("controllerrevisions.apps");

    /** Job, batch. */
    public static final ResourceKind JOB = TABLE.get("jobs.batch");

    /** CronJob, batch. */
    public static final ResourceKind CRON_JOB = TABLE.get("cronjobs.batch");

    /** HorizontalPodAutoscaler, autoscaling. */
    public static final ResourceKind HORIZONTAL_POD_AUTOSCALER = TABLE.get("horizontalpodautoscalers.autoscaling");

    /** Ingress, networking.k8s.io. */
    public static final ResourceKind INGRESS = TABLE.get("ingresses.networking.k8s.io");

    /** IngressClass, networking.k8s.io. */
    public static final ResourceKind INGRESS_CLASS = TABLE.get("ingressclasses.networking.k8s.io");

    /** NetworkPolicy, networking.k8s.io. */
    public static final ResourceKind NETWORK_POLICY = TABLE.get("networkpolicies.networking.k8s.io");

    /** PodDisruptionBudget, policy. */
    public static final ResourceKind POD_DISRUPTION_BUDGET = TABLE.get("poddisruptionbudgets.policy");

    /** Role, rbac.authorization.k8s.io. */
    public static final ResourceKind ROLE = TABLE.get("roles.rbac.authorization.k8s.io");

    /** RoleBinding, rbac.authorization.k8s.io. */
    public static final ResourceKind ROLE_BINDING = TABLE.get("rolebindings.rbac.authorization.k8s.io");

    /** ClusterRole, rbac.authorization.k8s.io. */
    public static final ResourceKind CLUSTER_ROLE = TABLE.get("clusterroles.rbac.authorization.k8s.io");

    /** ClusterRoleBinding, rbac.authorization.k8s.io. */
    public static final ResourceKind CLUSTER_ROLE_BINDING = TABLE.get("clusterrolebindings.rbac.authorization.k8s.io");

    /** StorageClass, storage.k8s.io. */
    public static final ResourceKind STORAGE_CLASS = TABLE.get("storageclasses.storage.k8s.io");

    /** Lease, coordination.k8s.io. */
    public static final ResourceKind LEASE = TABLE.get("leases.coordination.k8s.io");

    /** EndpointSlice, discovery.k8s.io. */
    public static final ResourceKind ENDPOINT_SLICE = TABLE.get("endpointslices.discovery.k8s.io");

    /** CustomResourceDefinition, apiextensions.k8s.io. */
    public static final ResourceKind CUSTOM_RESOURCE_DEFINITION =
            TABLE.get("customresourcedefinitions.apiextensions.k8s.io");

    /** Route, route.openshift.io. */
    public static final ResourceKind ROUTE = TABLE.get("routes.route.openshift.io");

    /** BuildConfig, build.openshift.io. */
    public static final ResourceKind BUILD_CONFIG = TABLE.get("buildconfigs.build.openshift.io");

    /** Build, build.openshift.io. */
    public static final ResourceKind BUILD = TABLE.get("builds.build.openshift.io");

    /** ImageStream, image.openshift.io. */
    public static final ResourceKind IMAGE_STREAM = TABLE.get("imagestreams.image.openshift.io");

    /** ImageStreamTag, image.openshift.io. */
    public static final ResourceKind IMAGE_STREAM_TAG = TABLE.get("imagestreamtags.image.openshift.io");

    /** Image, image.openshift.io. */
    public static final ResourceKind IMAGE = TABLE.get("images.image.openshift.io");

    /** Project, project.openshift.io. */
    public static final ResourceKind PROJECT = TABLE.get("projects.project.openshift.io");

    /** DeploymentConfig, apps.openshift.io. */
    public static final ResourceKind DEPLOYMENT_CONFIG = TABLE.get("deploymentconfigs.apps.openshift.io");

    /** SecurityContextConstraints, security.openshift.io. */
    public static final ResourceKind SECURITY_CONTEXT_CONSTRAINTS =
            TABLE.get("securitycontextconstraints.security.openshift.io");

    /** ClusterVersion, config.openshift.io. */
    public static final ResourceKind CLUSTER_VERSION = TABLE.get("clusterversions.config.openshift.io");

    private Kinds() {}

    /**
     * A built-in kind by its resource.
     *
     * @param resource such as {@code deployments.apps}
     * @return the kind
     */
    public static Optional<ResourceKind> byResource(String resource) {
        return Optional.ofNullable(TABLE.get(resource));
    }
}
