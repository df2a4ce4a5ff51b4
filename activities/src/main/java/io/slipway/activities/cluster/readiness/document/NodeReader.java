package io.slipway.activities.cluster.readiness.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Turns a YAML node into JSON; bounded in depth and size, so that an alias bomb is refused. */
final class NodeReader {

    /** How deep maps and lists may be nested. */
    static final int DEEPEST = 200;

    private static final int MOST = 2_000_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String file;
    private int count;

    NodeReader(String file) {
        this.file = file;
    }

    JsonNode read(Node node) {
        return read(node, 0);
    }

    private JsonNode read(Node node, int depth) {
        if (depth > DEEPEST) {
            throw refuse(node, "nested deeper than " + DEEPEST);
        }
        if (++count > MOST) {
            throw refuse(node, "more than " + MOST + " values once its aliases are written out");
        }
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar);
            case SequenceNode sequence -> sequence(sequence, depth);
            case MappingNode mapping -> mapping(mapping, depth);
            default -> throw refuse(node, "of a kind that JSON does not have");
        };
    }

    private static JsonNode scalar(ScalarNode scalar) {
        boolean text = scalar.getScalarStyle() != ScalarStyle.PLAIN || isTaggedText(scalar);
        return text ? NODES.textNode(scalar.getValue()) : KubectlScalars.of(scalar.getValue());
    }

    /** A {@code !!str} in front of a word that would not be a text by itself. */
    private static boolean isTaggedText(ScalarNode scalar) {
        return scalar.getTag().equals(Tag.STR) && !scalar.getValue().isEmpty() && isExplicit(scalar);
    }

    private static boolean isExplicit(ScalarNode scalar) {
        return scalar.getStartMark()
                .map(mark -> mark.getBuffer().length > mark.getPointer() && mark.getBuffer()[mark.getPointer()] == '!')
                .orElse(false);
    }

    private JsonNode sequence(SequenceNode sequence, int depth) {
        ArrayNode array = NODES.arrayNode();
        for (Node item : sequence.getValue()) {
            array.add(read(item, depth + 1));
        }
        return array;
    }

    private JsonNode mapping(MappingNode mapping, int depth) {
        ObjectNode object = NODES.objectNode();
        Set<String> own = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw refuse(tuple.getKeyNode(), "a key that is no word");
            }
            JsonNode value = read(tuple.getValueNode(), depth + 1);
            if (isMerge(key)) {
                merge(object, value);
            } else if (!own.add(key.getValue())) {
                throw refuse(key, "the key " + key.getValue() + " is there twice");
            } else {
                object.set(key.getValue(), value);
            }
        }
        return object;
    }

    private static boolean isMerge(ScalarNode key) {
        return key.getScalarStyle() == ScalarStyle.PLAIN && key.getValue().equals("<<");
    }

    /** Keys of the map itself win over merged ones, wherever the merge stands. */
    private static void merge(ObjectNode object, JsonNode merged) {
        if (merged.isArray()) {
            merged.forEach(one -> merge(object, one));
            return;
        }
        merged.properties().forEach(entry -> {
            if (!object.has(entry.getKey())) {
                object.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private DocumentException refuse(Node node, String what) {
        return new DocumentException(KubernetesDocuments.place(file, node.getStartMark()) + ": " + what, null);
    }
}
