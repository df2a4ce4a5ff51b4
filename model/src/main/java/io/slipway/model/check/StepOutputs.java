package io.slipway.model.check;

import io.slipway.model.action.JobOutputs;
import io.slipway.model.expr.Names;
import io.slipway.model.expr.Template;
import io.slipway.model.spec.Verb;
import io.slipway.model.yaml.YamlList;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlScalar;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The outputs that a pipeline's steps will have, with CEL types. To those that a verb's record declares come the named
 * groups of what a job captures, and the outputs of a child pipeline.
 */
final class StepOutputs {
    private final PipelineFolder folder;
    private final IdentityHashMap<YamlMap, Optional<Map<String, String>>> known = new IdentityHashMap<>();

    StepOutputs(PipelineFolder folder) {
        this.folder = folder;
    }

    /** Everything that {@code steps.<name>} has; empty when nobody knows that beforehand. */
    Optional<Map<String, String>> of(StepView step) {
        return ofVerb(step).map(verb -> {
            Map<String, String> types = new LinkedHashMap<>(verb);
            own(step.node(), types);
            if (step.loops()) {
                types.replaceAll((name, type) -> "list(" + type + ")");
            }
            types.put("status", "string");
            return types;
        });
    }

    private static void own(YamlMap block, Map<String, String> types) {
        block.map("outputs")
                .map(YamlMap::entries)
                .orElse(List.of())
                .forEach(entry -> types.put(Names.inExpressions(entry.key()), "dyn"));
    }

    /** What the verb of a step yields; empty when nobody knows that beforehand. */
    Optional<Map<String, String>> ofVerb(StepView step) {
        return known.computeIfAbsent(step.node(), node -> step.definition().flatMap(verb -> read(step, verb)));
    }

    private Optional<Map<String, String>> read(StepView step, Verb verb) {
        if (!verb.dynamicOutputs()) {
            return Optional.of(OutputTypes.of(verb));
        }
        if (verb.outputs() == JobOutputs.class) {
            return captured(step, verb);
        }
        return ChildRule.started(folder, step).map(child -> {
            Map<String, String> types = new LinkedHashMap<>();
            own(child, types);
            return types;
        });
    }

    private static Optional<Map<String, String>> captured(StepView step, Verb verb) {
        Map<String, String> types = new LinkedHashMap<>(OutputTypes.of(verb));
        for (YamlNode pattern : patterns(step)) {
            if (!(pattern instanceof YamlScalar scalar) || Template.isIn(scalar.text())) {
                return Optional.empty();
            }
            try {
                Pattern.compile(scalar.text())
                        .namedGroups()
                        .keySet()
                        .forEach(group -> types.put(Names.inExpressions(group), "string"));
            } catch (PatternSyntaxException toldElsewhere) {
                return Optional.empty();
            }
        }
        return Optional.of(types);
    }

    private static List<YamlNode> patterns(StepView step) {
        Optional<YamlNode> capture = step.action()
                .filter(YamlMap.class::isInstance)
                .map(YamlMap.class::cast)
                .flatMap(block -> block.get("capture"));
        return capture.map(node -> node instanceof YamlList list ? list.elements() : List.of(node))
                .orElse(List.of());
    }
}
