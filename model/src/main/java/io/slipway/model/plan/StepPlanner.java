package io.slipway.model.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.slipway.model.action.Action;
import io.slipway.model.check.Checked;
import io.slipway.model.check.StepGraph;
import io.slipway.model.check.StepView;
import io.slipway.model.pipeline.Defaults;
import io.slipway.model.pipeline.OnFailure;
import io.slipway.model.pipeline.Retry;
import io.slipway.model.pipeline.Step;
import io.slipway.model.pipeline.Undo;
import io.slipway.model.spec.Binder;
import io.slipway.model.spec.Durations;
import io.slipway.model.spec.Shape;
import io.slipway.model.spec.Shapes;
import io.slipway.model.spec.Verb;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlScalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Plans single steps. */
final class StepPlanner {
    private final Checked checked;
    private final StepGraph graph;
    private final PlanFiles files;
    private final JsonNode secrets;
    private final Defaults defaults;

    StepPlanner(Checked checked, StepGraph graph, PlanFiles files, YamlMap root) {
        this.checked = checked;
        this.graph = graph;
        this.files = files;
        this.secrets = root.map("secrets").map(YamlMap::json).orElseGet(JsonNodeFactory.instance::objectNode);
        this.defaults = Binder.read(
                Defaults.class,
                root.get("defaults").map(YamlNode::json).orElseGet(JsonNodeFactory.instance::objectNode));
    }

    /** A canonical writer that remembers the files of one step. */
    Canonical canonical() {
        return new Canonical(secrets, files);
    }

    PlannedStep plan(StepView step, String stage) {
        YamlMap node = step.node();
        Canonical canonical = canonical();
        Shape.Block verb = Shapes.union(Action.class).member(step.verb()).orElseThrow();
        JsonNode action = canonical.write(verb, step.action().orElseThrow());
        Optional<JsonNode> undo = node.get("undo").map(value -> canonical.write(Shapes.of(Undo.class), value));
        return new PlannedStep(
                step.name(),
                stage,
                step.verb(),
                text(node, "description"),
                texts(node, "guide"),
                graph.needs(step).stream().map(StepView::name).toList(),
                graph.named(step).stream().map(StepView::name).toList(),
                step.when(),
                node.get("forEach").map(value -> canonical.write(new Shape.Any(), value)),
                step.loopName(),
                node.scalar("parallel").map(value -> value.json().intValue()).orElse(1),
                node.scalar("timeout")
                        .map(value -> Durations.parse(value.text()))
                        .orElse(defaults.timeout()),
                retry(node, verb),
                onFailure(node),
                undo,
                outputs(node, canonical),
                action,
                hashes(canonical.used(), step),
                List.copyOf(checked.uses().getOrDefault(step.name(), Set.of())),
                List.copyOf(checked.reads().getOrDefault(step.name(), Set.of())));
    }

    private Retry retry(YamlMap node, Shape.Block verb) {
        boolean retries = verb.type().getAnnotation(Verb.class).retries();
        return node.get("retry")
                .map(value -> Binder.read(Retry.class, value.json()))
                .or(() -> retries ? defaults.retry() : Optional.empty())
                .orElseGet(Retry::once);
    }

    private OnFailure onFailure(YamlMap node) {
        Shape.Choice words = (Shape.Choice) Shapes.of(OnFailure.class);
        return node.scalar("onFailure")
                .map(word -> OnFailure.class.cast(words.constants().get(word.text())))
                .orElse(defaults.onFailure());
    }

    private static Map<String, JsonNode> outputs(YamlMap node, Canonical canonical) {
        Map<String, JsonNode> outputs = new LinkedHashMap<>();
        node.map("outputs")
                .map(YamlMap::entries)
                .orElse(List.of())
                .forEach(entry -> outputs.put(entry.key(), canonical.write(new Shape.Any(), entry.value())));
        return outputs;
    }

    private Map<String, String> hashes(Set<String> paths, StepView step) {
        Map<String, String> hashes = new TreeMap<>();
        paths.forEach(path -> hashes.put(path, files.hash(path, step.place())));
        return hashes;
    }

    private static String text(YamlMap node, String key) {
        return node.scalar(key).map(YamlScalar::text).orElse("");
    }

    private List<String> texts(YamlMap node, String key) {
        Shape shape = Shapes.block(Step.class).field(key).orElseThrow().shape();
        return node.get(key).map(value -> canonical().write(shape, value)).stream()
                .flatMap(list -> list.valueStream().map(JsonNode::asText))
                .toList();
    }
}
