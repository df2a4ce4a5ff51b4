package io.slipway.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Which kinds count their generations, and what makes a new one. */
final class Generations {

    /** Built-in kinds outside the core group whose servers keep no generation (Kubernetes 1.32, OpenShift 4.19). */
    private static final Set<String> UNTRACKED = Set.of(
            "horizontalpodautoscalers.autoscaling",
            "roles.rbac.authorization.k8s.io",
            "rolebindings.rbac.authorization.k8s.io",
            "clusterroles.rbac.authorization.k8s.io",
            "clusterrolebindings.rbac.authorization.k8s.io",
            "storageclasses.storage.k8s.io",
            "leases.coordination.k8s.io",
            "events.events.k8s.io",
            "apiservices.apiregistration.k8s.io",
            "controllerrevisions.apps",
            "routes.route.openshift.io",
            "builds.build.openshift.io",
            "imagestreamtags.image.openshift.io",
            "projects.project.openshift.io",
            "runtimeclasses.node.k8s.io");

    private Generations() {}

    static boolean tracked(ResourceKind kind) {
        return !kind.group().isEmpty() && !UNTRACKED.contains(kind.resource());
    }

    static boolean specChanged(ObjectNode now, ObjectNode next) {
        return !withoutStatus(now).equals(withoutStatus(next));
    }

    private static ObjectNode withoutStatus(ObjectNode object) {
        ObjectNode rest = object.objectNode();
        object.properties().forEach(field -> {
            if (!field.getKey().equals("metadata") && !field.getKey().equals("status")) {
                rest.set(field.getKey(), field.getValue());
            }
        });
        return rest;
    }
}
