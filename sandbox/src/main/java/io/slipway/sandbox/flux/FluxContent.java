package io.slipway.sandbox.flux;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.KindRegistry;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.ResourceKind;
import io.slipway.sandbox.store.ServedKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What a source holds. Nothing is fetched here: the content is in a ConfigMap that the source's annotation names. Its keys
 * are, of a Git repository, paths with dots for slashes; of a chart repository {@code chart-version.yaml}, and
 * {@code chart-version--value.path.yaml} for what the chart makes only when that value is true.
 */
final class FluxContent {
    /** Names the ConfigMap with the content of a source. */
    static final String CONTENT = "sandbox.slipway.io/content";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectStore store;
    private final KindRegistry kinds;
    private final FluxKind kind;

    FluxContent(ObjectStore store, KindRegistry kinds, FluxKind kind) {
        this.store = store;
        this.kinds = kinds;
        this.kind = kind;
    }

    /** Makes what is missing and changes what is different; every object gets the labels of its owner. */
    void apply(ObjectNode owner, ObjectNode source) {
        String name = Meta.annotations(source).getOrDefault(CONTENT, "");
        if (name.isEmpty()) {
            return;
        }
        Map<String, String> files = new TreeMap<>();
        store.view(Kinds.CONFIG_MAP, Meta.namespace(source), name)
                .ifPresent(map -> map.path("data")
                        .properties()
                        .forEach(entry ->
                                files.put(entry.getKey(), entry.getValue().asText())));
        files.keySet().removeIf(file -> !belongs(owner, file));
        files.values().forEach(text -> objects(text).forEach(object -> bring(owner, object)));
    }

    private boolean belongs(ObjectNode owner, String file) {
        JsonNode spec = owner.path("spec");
        if (kind == FluxKind.KUSTOMIZATION) {
            String path = spec.path("path").asText("").replaceAll("^\\./", "").replace('/', '.');
            return file.equals(path + ".yaml") || file.startsWith(path + ".");
        }
        JsonNode chart = spec.at("/chart/spec");
        String base = chart.path("chart").asText() + "-" + chart.path("version").asText();
        if (file.startsWith(base + "--")) {
            String value = file.substring(base.length() + 2).replaceAll("\\.yaml$", "");
            return spec.path("values").at("/" + value.replace('.', '/')).asBoolean();
        }
        return file.equals(base + ".yaml");
    }

    private static List<ObjectNode> objects(String yaml) {
        List<ObjectNode> objects = new ArrayList<>();
        for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(yaml)) {
            if (JSON.<JsonNode>valueToTree(document) instanceof ObjectNode object) {
                objects.add(object);
            }
        }
        return objects;
    }

    private void bring(ObjectNode owner, ObjectNode object) {
        Optional<ResourceKind> found = kinds.byApiVersion(
                        object.path("apiVersion").asText(), object.path("kind").asText())
                .map(ServedKind::kind);
        if (found.isEmpty()) {
            return; // its CustomResourceDefinition is not there yet: the next time
        }
        ResourceKind resource = found.get();
        ObjectNode meta = Meta.of(object);
        if (resource.namespaced() && !meta.has("namespace")) {
            meta.put("namespace", owner.at("/spec/targetNamespace").asText(Meta.namespace(owner)));
        }
        String toolkit = kind == FluxKind.KUSTOMIZATION ? "kustomize" : "helm";
        meta.withObject("/labels")
                .put(toolkit + ".toolkit.fluxcd.io/name", Meta.name(owner))
                .put(toolkit + ".toolkit.fluxcd.io/namespace", Meta.namespace(owner));
        Optional<ObjectNode> there = store.view(resource, Meta.namespace(object), Meta.name(object));
        if (there.isEmpty()) {
            store.create(resource, object);
        } else if (!covers(there.get(), object)) {
            store.mutate(resource, Meta.namespace(object), Meta.name(object), now -> {
                object.properties().stream()
                        .filter(field -> !field.getKey().equals("metadata"))
                        .forEach(field ->
                                now.set(field.getKey(), field.getValue().deepCopy()));
                Meta.labels(object).forEach(Meta.of(now).withObject("/labels")::put);
                return now;
            });
        }
    }

    /** Whether everything that is wanted is there; what the cluster added does not count. */
    private static boolean covers(JsonNode there, JsonNode wanted) {
        if (wanted.isObject()) {
            for (Map.Entry<String, JsonNode> field : wanted.properties()) {
                if (!covers(there.path(field.getKey()), field.getValue())) {
                    return false;
                }
            }
            return true;
        }
        if (wanted.isArray()) {
            for (int index = 0; index < wanted.size(); index++) {
                if (!covers(there.path(index), wanted.get(index))) {
                    return false;
                }
            }
            return true;
        }
        return there.asText().equals(wanted.asText());
    }
}
