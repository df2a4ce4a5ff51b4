package io.slipway.activities.helm.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Helm;
import io.slipway.model.spec.FilePath;
import io.slipway.model.yaml.Dialect;
import io.slipway.model.yaml.YamlFile;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlReader;
import java.util.Optional;

/** The values that a step gives to a chart: files in their order, then those written in the step, then single ones. */
public final class UserValues {
    private UserValues() {}

    /**
     * The values of a step, merged as Helm merges them.
     *
     * @throws StepFailure when a file is no map, or a path leads nowhere
     */
    public static ObjectNode of(Helm helm, StepContext context) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        helm.values().forEach(file -> merge(all, read(file, context)));
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        helm.inline().forEach(written::set);
        merge(all, written);
        helm.set().forEach((path, value) -> SetPath.of(path).put(all, value));
        return all;
    }

    private static ObjectNode read(FilePath file, StepContext context) {
        YamlFile yaml =
                YamlReader.readAll(file.value(), context.file(file.value()).getBytes(UTF_8), Dialect.KUBECTL);
        if (!yaml.problems().isEmpty()) {
            throw StepFailure.permanent(
                    yaml.problems().getFirst().place() + ": "
                            + yaml.problems().getFirst().message(),
                    "the values are not valid YAML",
                    "correct the file");
        }
        Optional<JsonNode> tree = yaml.root().map(YamlNode::json).filter(root -> !root.isNull());
        if (tree.isPresent() && !tree.get().isObject()) {
            throw StepFailure.permanent(file + " contains no values", "it is not a map", "write it as a map");
        }
        return tree.map(context::resolve).map(ObjectNode.class::cast).orElseGet(JsonNodeFactory.instance::objectNode);
    }

    /** Maps are merged, everything else replaces; a null stays, since it takes a default of the chart away. */
    private static void merge(ObjectNode into, ObjectNode from) {
        from.properties().forEach(entry -> {
            if (into.get(entry.getKey()) instanceof ObjectNode known && entry.getValue() instanceof ObjectNode fresh) {
                merge(known, fresh);
            } else {
                into.set(entry.getKey(), entry.getValue().deepCopy());
            }
        });
    }
}
