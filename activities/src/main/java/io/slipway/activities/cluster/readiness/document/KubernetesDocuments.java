package io.slipway.activities.cluster.readiness.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.yaml.Dialect;
import io.slipway.model.yaml.Place;
import io.slipway.model.yaml.YamlFile;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;

/** Reads Kubernetes objects from YAML with several documents, or JSON, as kubectl does; lists are taken apart. */
public final class KubernetesDocuments {

    private KubernetesDocuments() {}

    /**
     * The objects of a text, in order.
     *
     * @param file its name, for errors
     * @throws DocumentException when it is no YAML or holds something else than objects; the message has file, line
     *     and column
     */
    public static List<JsonNode> read(String file, String text) {
        YamlFile yaml = YamlReader.readAll(file, text.getBytes(UTF_8), Dialect.KUBECTL);
        yaml.problems().stream().findFirst().ifPresent(problem -> {
            throw new DocumentException(problem.place() + ": " + problem.message());
        });
        List<JsonNode> objects = new ArrayList<>();
        for (YamlNode document : yaml.documents()) {
            add(document, objects);
        }
        return objects;
    }

    private static void add(YamlNode document, List<JsonNode> objects) {
        JsonNode json = document.json();
        if (json.isNull()) {
            return;
        }
        if (!json.isObject()) {
            throw new DocumentException(
                    document.place() + ": not a Kubernetes object; expected apiVersion, kind and metadata");
        }
        boolean list = json.path("kind").asText().endsWith("List")
                && json.path("items").isArray();
        if (!list) {
            requireKind(document.place(), json);
            objects.add(json);
            return;
        }
        for (JsonNode item : json.path("items")) {
            JsonNode typed = typed(json, item);
            requireKind(document.place(), typed);
            objects.add(typed);
        }
    }

    /** Items of a typed list, such as PodList, come without apiVersion and kind. */
    private static JsonNode typed(JsonNode list, JsonNode item) {
        String kind = list.path("kind").asText();
        if (!item.isObject() || item.has("kind") || kind.equals("List")) {
            return item;
        }
        ObjectNode typed = JsonNodeFactory.instance.objectNode();
        typed.set("apiVersion", list.path("apiVersion"));
        typed.put("kind", kind.substring(0, kind.length() - "List".length()));
        typed.setAll((ObjectNode) item);
        return typed;
    }

    private static void requireKind(Place place, JsonNode json) {
        for (String field : List.of("apiVersion", "kind")) {
            if (!json.path(field).isTextual() || json.path(field).asText().isBlank()) {
                throw new DocumentException(place + ": this object has no " + field + "; kubectl would reject it too");
            }
        }
    }
}
