package io.slipway.sandbox.api.discovery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.http.Json;
import java.util.Collection;

/** Discovery in one document ({@code APIGroupDiscoveryList}, apidiscovery.k8s.io/v2). */
final class AggregatedDiscovery {

    static final String CONTENT_TYPE = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

    private final Catalogue catalogue;

    AggregatedDiscovery(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static boolean wanted(String accept) {
        for (String one : accept.split(",", -1)) {
            if (one.contains("as=APIGroupDiscoveryList") && one.matches(".*;\\s*v=v2(;.*)?")) {
                return true;
            }
        }
        return false;
    }

    ObjectNode groups(Collection<String> names) {
        ObjectNode json =
                Json.object().put("kind", "APIGroupDiscoveryList").put("apiVersion", "apidiscovery.k8s.io/v2");
        json.putObject("metadata");
        ArrayNode items = json.putArray("items");
        for (String name : names) {
            ObjectNode group = items.addObject();
            ObjectNode metadata = group.putObject("metadata");
            if (!name.isEmpty()) {
                metadata.put("name", name);
            }
            ArrayNode versions = group.putArray("versions");
            catalogue.versions(name).forEach(version -> version(versions.addObject(), name, version));
        }
        return json;
    }

    private void version(ObjectNode into, String group, String version) {
        ArrayNode resources =
                into.put("version", version).put("freshness", "Current").putArray("resources");
        catalogue.of(group, version).forEach(resource -> resource(resources.addObject(), resource));
    }

    private static void resource(ObjectNode into, ServedResource resource) {
        into.put("resource", resource.plural());
        kind(into.putObject("responseKind"), resource.group(), resource.version(), resource.kind());
        into.put("scope", resource.namespaced() ? "Namespaced" : "Cluster");
        into.put("singularResource", resource.singular());
        LegacyDiscovery.strings(into, "verbs", resource.verbs());
        LegacyDiscovery.strings(into, "shortNames", resource.shortNames());
        LegacyDiscovery.strings(into, "categories", resource.categories());
        ArrayNode subresources = into.putArray("subresources");
        for (String name : resource.subresources()) {
            SubresourceShape shape = SubresourceShape.of(resource, name);
            ObjectNode below = subresources.addObject().put("subresource", name);
            kind(below.putObject("responseKind"), shape.group(), shape.version(), shape.kind());
            LegacyDiscovery.strings(below, "verbs", shape.verbs());
        }
    }

    private static void kind(ObjectNode into, String group, String version, String kind) {
        into.put("group", group).put("version", version).put("kind", kind);
    }
}
