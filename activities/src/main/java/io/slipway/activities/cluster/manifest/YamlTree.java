package io.slipway.activities.cluster.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Turns one YAML node into a JSON tree, remembering which quoted scalars hold expressions. */
final class YamlTree {
    private static final int MOST_NODES = 500_000;
    private static final int DEEPEST = 100;

    private final Substitution substitution;
    private final List<String> quoted = new ArrayList<>();
    private int nodes;

    YamlTree(Substitution substitution) {
        this.substitution = substitution;
    }

    List<String> quoted() {
        return List.copyOf(quoted);
    }

    JsonNode of(Node node) {
        return convert(node, "", 0);
    }

    private JsonNode convert(Node node, String pointer, int depth) {
        if (++nodes > MOST_NODES || depth > DEEPEST) {
            throw new BadYaml(node, "too large or too deeply nested; aliases may repeat too much");
        }
        return switch (node) {
            case MappingNode map -> map(map, pointer, depth);
            case SequenceNode list -> list(list, pointer, depth);
            case ScalarNode scalar -> scalar(scalar, pointer);
            default -> throw new BadYaml(node, "this is neither a map, a list nor a scalar");
        };
    }

    private ArrayNode list(SequenceNode list, String pointer, int depth) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Node element : list.getValue()) {
            array.add(convert(element, pointer + "/" + array.size(), depth + 1));
        }
        return array;
    }

    private ObjectNode map(MappingNode map, String pointer, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        List<Node> merged = new ArrayList<>();
        for (NodeTuple entry : map.getValue()) {
            String key = key(entry.getKeyNode());
            if (key.equals("<<") && isPlain(entry.getKeyNode())) {
                merged.add(entry.getValueNode());
            } else if (object.has(key)) {
                throw new BadYaml(entry.getKeyNode(), "key '" + key + "' is here twice");
            } else {
                object.set(key, convert(entry.getValueNode(), pointer + "/" + escaped(key), depth + 1));
            }
        }
        merged.forEach(value -> merge(object, value, depth));
        return object;
    }

    /** Keys of the map itself win over merged ones. */
    private void merge(ObjectNode into, Node value, int depth) {
        if (value instanceof SequenceNode several) {
            several.getValue().forEach(each -> merge(into, each, depth + 1));
            return;
        }
        if (!(convert(value, "", depth + 1) instanceof ObjectNode map)) {
            throw new BadYaml(value, "only a map can be merged by <<");
        }
        map.properties().forEach(entry -> into.putIfAbsent(entry.getKey(), entry.getValue()));
    }

    private String key(Node node) {
        if (node instanceof ScalarNode scalar) {
            return substitution.in(scalar.getValue());
        }
        throw new BadYaml(node, "a key must be a text");
    }

    private JsonNode scalar(ScalarNode scalar, String pointer) {
        String text = substitution.in(scalar.getValue());
        if (text.contains("${{")) {
            if (!isPlain(scalar)) {
                quoted.add(pointer);
            }
            return TextNode.valueOf(text);
        }
        return isPlain(scalar) ? YamlScalars.plain(text) : TextNode.valueOf(text);
    }

    private static boolean isPlain(Node node) {
        return node instanceof ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && !scalar.getTag().equals(Tag.STR);
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
