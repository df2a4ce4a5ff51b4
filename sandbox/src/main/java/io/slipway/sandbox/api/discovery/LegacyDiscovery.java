package io.slipway.sandbox.api.discovery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.http.Json;
import java.util.List;

/** Discovery as it was: a document for the groups and one for each version. */
final class LegacyDiscovery {

    private final Catalogue catalogue;

    LegacyDiscovery(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    ObjectNode coreVersions() {
        ObjectNode json = Json.object().put("kind", "APIVersions");
        json.putArray("versions").add("v1");
        json.putArray("serverAddressByClientCIDRs");
        return json;
    }

    ObjectNode groups() {
        ObjectNode json = Json.object().put("kind", "APIGroupList").put("apiVersion", "v1");
        ArrayNode groups = json.putArray("groups");
        catalogue.groups().forEach(name -> groups.add(group(name)));
        return json;
    }

    ObjectNode group(String name) {
        ObjectNode json =
                Json.object().put("kind", "APIGroup").put("apiVersion", "v1").put("name", name);
        ArrayNode versions = json.putArray("versions");
        List<String> names = catalogue.versions(name);
        names.forEach(version ->
                versions.addObject().put("groupVersion", name + "/" + version).put("version", version));
        if (!names.isEmpty()) {
            json.set("preferredVersion", versions.get(0));
        }
        return json;
    }

    ObjectNode resources(String groupVersion, List<ServedResource> resources) {
        ObjectNode json = Json.object().put("kind", "APIResourceList").put("apiVersion", "v1");
        ArrayNode into = json.put("groupVersion", groupVersion).putArray("resources");
        for (ServedResource resource : resources) {
            resource(into.addObject(), resource);
            for (String name : resource.subresources()) {
                subresource(into.addObject(), resource, name);
            }
        }
        return json;
    }

    private static void resource(ObjectNode into, ServedResource resource) {
        into.put("name", resource.plural()).put("singularName", resource.singular());
        into.put("namespaced", resource.namespaced()).put("kind", resource.kind());
        strings(into, "verbs", resource.verbs());
        if (!resource.shortNames().isEmpty()) {
            strings(into, "shortNames", resource.shortNames());
        }
        if (!resource.categories().isEmpty()) {
            strings(into, "categories", resource.categories());
        }
    }

    private static void subresource(ObjectNode into, ServedResource resource, String name) {
        SubresourceShape shape = SubresourceShape.of(resource, name);
        into.put("name", resource.plural() + "/" + name).put("singularName", "");
        into.put("namespaced", resource.namespaced());
        if (!shape.kind().equals(resource.kind())) {
            into.put("group", shape.group()).put("version", shape.version());
        }
        strings(into.put("kind", shape.kind()), "verbs", shape.verbs());
    }

    static void strings(ObjectNode into, String field, List<String> values) {
        ArrayNode array = into.putArray(field);
        values.forEach(array::add);
    }
}
