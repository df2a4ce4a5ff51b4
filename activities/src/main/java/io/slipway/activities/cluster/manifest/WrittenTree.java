package io.slipway.activities.cluster.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.slipway.model.yaml.Dialect;
import io.slipway.model.yaml.YamlList;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/** Makes JSON of one YAML object, its variables filled in, and remembers which quoted values hold expressions. */
final class WrittenTree {
    private final Substitution substitution;
    private final List<String> quoted = new ArrayList<>();

    WrittenTree(Substitution substitution) {
        this.substitution = substitution;
    }

    /** JSON pointers of quoted values that hold an expression. */
    List<String> quoted() {
        return List.copyOf(quoted);
    }

    ObjectNode of(YamlMap map) {
        return map(map, "");
    }

    private JsonNode any(YamlNode node, String pointer) {
        return switch (node) {
            case YamlMap map -> map(map, pointer);
            case YamlList list -> list(list, pointer);
            case YamlScalar scalar -> scalar(scalar, pointer);
        };
    }

    private ObjectNode map(YamlMap map, String pointer) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (YamlMap.Entry entry : map.entries()) {
            String key = substitution.in(entry.key());
            object.set(
                    key,
                    any(entry.value(), pointer + "/" + key.replace("~", "~0").replace("/", "~1")));
        }
        return object;
    }

    private ArrayNode list(YamlList list, String pointer) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        list.elements().forEach(element -> array.add(any(element, pointer + "/" + array.size())));
        return array;
    }

    private JsonNode scalar(YamlScalar scalar, String pointer) {
        boolean plain = scalar.style() == YamlScalar.Style.PLAIN;
        if (scalar.text().contains("${{") && !plain) {
            quoted.add(pointer);
        }
        String text = substitution.in(scalar.text());
        if (text.equals(scalar.text())) {
            return scalar.json();
        }
        return plain ? Dialect.KUBECTL.value(text) : TextNode.valueOf(text);
    }
}
