package io.slipway.activities.diagnosis.collect;

import io.slipway.activities.cluster.api.ApiKind;
import java.util.List;
import java.util.stream.Stream;

/** The kinds that a diagnosis looks at. */
final class CollectedKinds {

    static final ApiKind PODS = ApiKind.namespaced("v1", "Pod", "pods");
    static final ApiKind EVENTS = ApiKind.namespaced("v1", "Event", "events");
    static final ApiKind SERVICES = ApiKind.namespaced("v1", "Service", "services");
    static final ApiKind CLAIMS = ApiKind.namespaced("v1", "PersistentVolumeClaim", "persistentvolumeclaims");
    static final ApiKind QUOTAS = ApiKind.namespaced("v1", "ResourceQuota", "resourcequotas");
    static final ApiKind SLICES = ApiKind.namespaced("discovery.k8s.io/v1", "EndpointSlice", "endpointslices");
    static final ApiKind NODES = ApiKind.of("v1", "Node", "nodes", false);
    static final ApiKind ROUTES = ApiKind.namespaced("route.openshift.io/v1", "Route", "routes");

    /** What may own pods. */
    static final List<ApiKind> OWNERS = List.of(
            ApiKind.namespaced("apps/v1", "ReplicaSet", "replicasets"),
            ApiKind.namespaced("apps/v1", "Deployment", "deployments"),
            ApiKind.namespaced("apps/v1", "StatefulSet", "statefulsets"),
            ApiKind.namespaced("apps/v1", "DaemonSet", "daemonsets"),
            ApiKind.namespaced("batch/v1", "Job", "jobs"));

    /** All of them. */
    static final List<ApiKind> ALL = Stream.concat(
                    OWNERS.stream(), Stream.of(PODS, EVENTS, SERVICES, CLAIMS, QUOTAS, SLICES, NODES, ROUTES))
            .toList();

    private CollectedKinds() {}
}
