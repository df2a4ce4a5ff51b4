package io.slipway.sandbox.api.select;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.ResourceKind;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Selects objects by the few fields each kind supports: {@code status.phase!=Running,spec.nodeName=n1}. */
public final class FieldSelector {

    private static final Set<String> EVERY_KIND = Set.of("metadata.name", "metadata.namespace");

    private static final Map<String, Set<String>> BY_RESOURCE = Map.ofEntries(
            Map.entry(
                    "pods",
                    Set.of(
                            "spec.nodeName",
                            "spec.restartPolicy",
                            "spec.schedulerName",
                            "spec.serviceAccountName",
                            "spec.hostNetwork",
                            "status.phase",
                            "status.podIP",
                            "status.nominatedNodeName")),
            Map.entry(
                    "events",
                    Set.of(
                            "involvedObject.kind",
                            "involvedObject.namespace",
                            "involvedObject.name",
                            "involvedObject.uid",
                            "involvedObject.apiVersion",
                            "involvedObject.resourceVersion",
                            "involvedObject.fieldPath",
                            "reason",
                            "reportingComponent",
                            "source",
                            "type")),
            Map.entry("secrets", Set.of("type")),
            Map.entry("services", Set.of("spec.clusterIP", "spec.type")),
            Map.entry("namespaces", Set.of("status.phase")),
            Map.entry("nodes", Set.of("spec.unschedulable")),
            Map.entry("jobs.batch", Set.of("status.successful")),
            Map.entry("replicasets.apps", Set.of("status.replicas")),
            Map.entry("replicationcontrollers", Set.of("status.replicas")),
            Map.entry("builds.build.openshift.io", Set.of("status", "podName")),
            Map.entry("routes.route.openshift.io", Set.of("spec.host", "spec.path", "spec.to.name")));

    /** Fields whose names in selectors are not their paths. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "builds.build.openshift.io/status", "status.phase",
            "events/source", "source.component",
            "jobs.batch/status.successful", "status.succeeded");

    private FieldSelector() {}

    /**
     * Reads a selector of a query.
     *
     * @param kind the kind it is for
     * @param text the selector, empty for everything
     * @return tests an object
     * @throws io.slipway.sandbox.store.StatusException {@code BadRequest} for a field the kind does not support
     */
    public static Predicate<JsonNode> parse(ResourceKind kind, String text) {
        Predicate<JsonNode> all = object -> true;
        for (String part : text.split(",", -1)) {
            if (!part.isBlank()) {
                all = all.and(requirement(kind, part.strip()));
            }
        }
        return all;
    }

    private static Predicate<JsonNode> requirement(ResourceKind kind, String text) {
        int at = text.indexOf('=');
        if (at < 1) {
            throw Refusals.badRequest("invalid selector: '%s'; can't understand '%s'".formatted(text, text));
        }
        boolean not = text.charAt(at - 1) == '!';
        String field = text.substring(0, not ? at - 1 : at).strip();
        String value =
                text.substring(text.startsWith("==", at) ? at + 2 : at + 1).strip();
        if (!EVERY_KIND.contains(field)
                && !BY_RESOURCE.getOrDefault(kind.resource(), Set.of()).contains(field)) {
            boolean none = !BY_RESOURCE.containsKey(kind.resource());
            throw Refusals.badRequest(
                    none
                            ? "\"%s\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\""
                                    .formatted(field)
                            : "field label not supported: " + field);
        }
        String path = ELSEWHERE.getOrDefault(kind.resource() + "/" + field, field);
        return object -> valueOf(object, path).equals(value) != not;
    }

    private static String valueOf(JsonNode object, String field) {
        JsonNode node = object;
        for (String step : field.split("\\.", -1)) {
            node = node.path(step);
        }
        return node.isMissingNode() && field.equals("spec.unschedulable") ? "false" : node.asText("");
    }
}
