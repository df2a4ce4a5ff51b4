package io.slipway.activities.diagnosis.collect;

import io.slipway.activities.cluster.Cluster;
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

    /** All of them. */
    static final List<ApiKind> ALL = Stream.concat(
                    Cluster.POD_OWNERS.stream(),
                    Stream.of(PODS, EVENTS, SERVICES, CLAIMS, QUOTAS, SLICES, NODES, ROUTES))
            .toList();

    private CollectedKinds() {}
}
