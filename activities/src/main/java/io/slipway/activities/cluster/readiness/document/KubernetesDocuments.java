package io.slipway.activities.cluster.readiness.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads Kubernetes objects from YAML with several documents, or JSON, as kubectl does; lists are taken apart. */
public final class KubernetesDocuments {

    private static final int LARGEST = 64 * 1024 * 1024;

    private KubernetesDocuments() {}

    /**
     * The objects of a text, in order.
     *
     * @param file its name, for errors
     * @throws DocumentException when it is no YAML or holds something else than objects; the message has file, line
     *     and column
     */
    public static List<JsonNode> read(String file, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setUseMarks(true)
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(100)
                .setCodePointLimit(LARGEST)
                .build();
        List<JsonNode> objects = new ArrayList<>();
        try {
            requireShallow(file, settings, text);
            for (Node document : new Compose(settings).composeAllFromString(text)) {
                add(file, document, objects);
            }
        } catch (MarkedYamlEngineException wrong) {
            throw new DocumentException(place(file, wrong.getProblemMark()) + ": " + wrong.getProblem(), wrong);
        } catch (YamlEngineException wrong) {
            throw new DocumentException(file + ": " + wrong.getMessage(), wrong);
        }
        return objects;
    }

    /** Composing is recursive: what is too deep must not get there. */
    private static void requireShallow(String file, LoadSettings settings, String text) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {}
            }
            if (depth > NodeReader.DEEPEST) {
                throw new DocumentException(
                        place(file, event.getStartMark()) + ": nested deeper than " + NodeReader.DEEPEST);
            }
        }
    }

    private static void add(String file, Node document, List<JsonNode> objects) {
        JsonNode json = new NodeReader(file).read(document);
        if (json.isNull()) {
            return;
        }
        if (!json.isObject()) {
            throw new DocumentException(place(file, document.getStartMark())
                    + ": this is no Kubernetes object; one has apiVersion, kind and metadata");
        }
        boolean list = json.path("kind").asText().endsWith("List")
                && json.path("items").isArray();
        if (!list) {
            requireKind(file, document, json);
            objects.add(json);
            return;
        }
        for (JsonNode item : json.path("items")) {
            JsonNode typed = typed(json, item);
            requireKind(file, document, typed);
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

    private static void requireKind(String file, Node document, JsonNode json) {
        for (String field : List.of("apiVersion", "kind")) {
            if (!json.path(field).isTextual() || json.path(field).asText().isBlank()) {
                throw new DocumentException(place(file, document.getStartMark()) + ": this object has no " + field
                        + "; kubectl would refuse it, too");
            }
        }
    }

    static String place(String file, Optional<Mark> mark) {
        return mark.map(m -> file + ":" + (m.getLine() + 1) + ":" + (m.getColumn() + 1))
                .orElse(file);
    }
}
