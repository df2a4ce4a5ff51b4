package io.slipway.sandbox.api.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.ResourceKind;
import java.util.Map;
import java.util.Optional;

/** Refuses objects with mistakes. */
public final class Validation {

    /** The rules of one kind. */
    @FunctionalInterface
    private interface Rules {
        void check(JsonNode object, Optional<ObjectNode> previous, Mistakes mistakes);
    }

    private static final Map<String, Rules> BY_RESOURCE = Map.ofEntries(
            Map.entry("pods", OtherRules::pod),
            Map.entry("deployments.apps", WorkloadRules::deployment),
            Map.entry("replicasets.apps", WorkloadRules::controller),
            Map.entry("daemonsets.apps", WorkloadRules::controller),
            Map.entry("statefulsets.apps", WorkloadRules::statefulSet),
            Map.entry("jobs.batch", WorkloadRules::job),
            Map.entry("cronjobs.batch", WorkloadRules::cronJob),
            Map.entry("services", OtherRules::service),
            Map.entry("ingresses.networking.k8s.io", OtherRules::ingress),
            Map.entry("horizontalpodautoscalers.autoscaling", OtherRules::autoscaler),
            Map.entry("configmaps", ConfigRules::config),
            Map.entry("secrets", ConfigRules::secret),
            Map.entry("persistentvolumeclaims", ClaimRules::check),
            Map.entry("rolebindings.rbac.authorization.k8s.io", OtherRules::binding),
            Map.entry("clusterrolebindings.rbac.authorization.k8s.io", OtherRules::binding),
            Map.entry("customresourcedefinitions.apiextensions.k8s.io", OtherRules::crd));

    private Validation() {}

    /**
     * Checks an object.
     *
     * @param kind its kind
     * @param object the object with its defaults
     * @param previous what is stored now, empty for a creation
     * @param schema the schema of a custom resource; missing for a built-in kind
     * @throws io.slipway.sandbox.store.StatusException {@code Invalid} with every mistake found
     */
    public static void check(ResourceKind kind, ObjectNode object, Optional<ObjectNode> previous, JsonNode schema) {
        Mistakes mistakes = new Mistakes();
        MetadataRules.check(kind, object, mistakes);
        previous.filter(Meta::deleting).ifPresent(old -> MetadataRules.noNewFinalizers(old, object, mistakes));
        if (!Meta.deleting(object)) {
            if (!sameSpec(object, previous)) {
                BY_RESOURCE
                        .getOrDefault(kind.resource(), (now, old, none) -> {})
                        .check(object, previous, mistakes);
            }
            SchemaRules.check(schema, object, mistakes);
        }
        if (!mistakes.causes().isEmpty()) {
            throw Refusals.invalid(kind, Meta.name(object), mistakes.causes());
        }
    }

    /** Writes of the status are many, and a sandbox of before keeps what it has taken. */
    private static boolean sameSpec(ObjectNode object, Optional<ObjectNode> previous) {
        return object.has("spec")
                && previous.filter(old -> old.path("spec").equals(object.path("spec")))
                        .isPresent();
    }
}
