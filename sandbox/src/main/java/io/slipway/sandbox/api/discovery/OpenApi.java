package io.slipway.sandbox.api.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.http.Json;
import io.slipway.sandbox.api.types.TypeSchemas;
import io.slipway.sandbox.store.CrdSchemas;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.ResourceKind;
import java.util.List;

/**
 * OpenAPI v3, as much as clients need: that each kind can be patched with {@code fieldValidation} (so that kubectl
 * leaves validation to the server), and the schemas of custom resources and of the built-in kinds, for
 * {@code kubectl explain}; those have no descriptions.
 */
final class OpenApi {

    private static final String KINDS = "x-kubernetes-group-version-kind";

    private static final List<String> PARAMETERS =
            List.of("dryRun", "fieldManager", "fieldValidation", "force", "pretty");

    private final Catalogue catalogue;
    private final ObjectStore store;

    OpenApi(Catalogue catalogue, ObjectStore store) {
        this.catalogue = catalogue;
        this.store = store;
    }

    ObjectNode index(String prefix) {
        ObjectNode json = Json.object();
        ObjectNode paths = json.putObject("paths");
        path(paths, prefix, "api/v1", "", "v1");
        catalogue
                .groups()
                .forEach(group -> catalogue
                        .versions(group)
                        .forEach(version -> path(paths, prefix, "apis/" + group + "/" + version, group, version)));
        return json;
    }

    ObjectNode document(String group, String version) {
        ObjectNode json = Json.object().put("openapi", "3.0.0");
        json.putObject("info").put("title", "Slipway sandbox").put("version", "v1.32.0");
        ObjectNode paths = json.putObject("paths");
        ObjectNode schemas = json.putObject("components").putObject("schemas");
        for (ServedResource resource : catalogue.of(group, version)) {
            if (resource.verbs().contains("patch")) {
                patchable(paths, resource);
            }
            schema(schemas, resource);
        }
        return json;
    }

    /** The hash in the address changes with the content, as clients keep the documents. */
    private void path(ObjectNode paths, String prefix, String path, String group, String version) {
        String hash = Integer.toHexString(document(group, version).hashCode());
        paths.putObject(path).put("serverRelativeURL", prefix + "/openapi/v3/" + path + "?hash=" + hash);
    }

    private static void patchable(ObjectNode paths, ServedResource resource) {
        String root = resource.group().isEmpty() ? "/api/" : "/apis/";
        String scope = resource.namespaced() ? "/namespaces/{namespace}/" : "/";
        ObjectNode patch = paths.putObject(root + resource.groupVersion() + scope + resource.plural() + "/{name}")
                .putObject("patch");
        var parameters = patch.putArray("parameters");
        PARAMETERS.forEach(name -> parameters
                .addObject()
                .put("name", name)
                .put("in", "query")
                .putObject("schema")
                .put("type", name.equals("force") ? "boolean" : "string"));
        patch.putObject("responses").putObject("200").put("description", "OK");
        kind(patch.putObject(KINDS), resource);
    }

    private void schema(ObjectNode schemas, ServedResource resource) {
        ResourceKind kind = new ResourceKind(
                resource.group(), resource.version(), resource.kind(), resource.plural(), resource.namespaced());
        JsonNode schema = CrdSchemas.of(store, kind);
        if (schema.deepCopy() instanceof ObjectNode copy) {
            schemas.set(String.join(".", resource.group(), resource.version(), resource.kind()), copy);
            kind(copy.putArray(KINDS).addObject(), resource);
        } else {
            new TypeSchemas(schemas)
                    .add(kind)
                    .ifPresent(one -> kind(one.putArray(KINDS).addObject(), resource));
        }
    }

    private static void kind(ObjectNode into, ServedResource resource) {
        into.put("group", resource.group()).put("version", resource.version()).put("kind", resource.kind());
    }
}
