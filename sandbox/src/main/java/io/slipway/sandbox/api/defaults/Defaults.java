package io.slipway.sandbox.api.defaults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.ResourceKind;
import java.util.Map;
import java.util.function.Consumer;

/** Gives built-in kinds the defaults of a Kubernetes 1.32 API server. Giving them twice changes nothing. */
public final class Defaults {

    private static final Map<String, Consumer<ObjectNode>> BY_RESOURCE = Map.ofEntries(
            Map.entry("pods", PodDefaults::pod),
            Map.entry("deployments.apps", WorkloadDefaults::deployment),
            Map.entry("replicasets.apps", WorkloadDefaults::replicated),
            Map.entry("replicationcontrollers", WorkloadDefaults::replicated),
            Map.entry("statefulsets.apps", WorkloadDefaults::statefulSet),
            Map.entry("daemonsets.apps", WorkloadDefaults::daemonSet),
            Map.entry("jobs.batch", WorkloadDefaults::job),
            Map.entry("cronjobs.batch", WorkloadDefaults::cronJob),
            Map.entry("services", OtherDefaults::service),
            Map.entry("secrets", OtherDefaults::secret),
            Map.entry("namespaces", OtherDefaults::namespace),
            Map.entry("persistentvolumeclaims", OtherDefaults::claim),
            Map.entry("rolebindings.rbac.authorization.k8s.io", OtherDefaults::binding),
            Map.entry("clusterrolebindings.rbac.authorization.k8s.io", OtherDefaults::binding),
            Map.entry("networkpolicies.networking.k8s.io", OtherDefaults::networkPolicy),
            Map.entry("customresourcedefinitions.apiextensions.k8s.io", OtherDefaults::crd),
            Map.entry("storageclasses.storage.k8s.io", OtherDefaults::storageClass),
            Map.entry("routes.route.openshift.io", OtherDefaults::route),
            Map.entry("buildconfigs.build.openshift.io", OtherDefaults::buildConfig));

    private Defaults() {}

    /**
     * Completes an object.
     *
     * @param kind its kind
     * @param object the object
     */
    public static void apply(ResourceKind kind, ObjectNode object) {
        Normal.form(object);
        Quantities.canonical(kind, object);
        BY_RESOURCE.getOrDefault(kind.resource(), nothing -> {}).accept(object);
    }
}
