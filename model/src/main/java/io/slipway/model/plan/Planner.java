package io.slipway.model.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.check.Checked;
import io.slipway.model.check.Outline;
import io.slipway.model.check.Problem;
import io.slipway.model.check.StageView;
import io.slipway.model.check.StepGraph;
import io.slipway.model.pipeline.Pipeline;
import io.slipway.model.spec.Shape;
import io.slipway.model.spec.Shapes;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes plans: parameters resolved, files read and named by content, globs written out in sorted order, the order of
 * stages and steps settled. The same files and the same input give the same plan with the same hash.
 */
public final class Planner {
    private final Checked checked;
    private final YamlMap root;
    private final PlanInput input;
    private final PlanFiles files;

    private Planner(Checked checked, YamlMap root, PlanInput input) {
        this.checked = checked;
        this.root = root;
        this.input = input;
        this.files = new PlanFiles(checked.folder());
    }

    /** The plan of a checked pipeline, or the problems that forbid one: those of the check, of parameters, of files. */
    public static Planned plan(Checked checked, PlanInput input) {
        if (!checked.ok()) {
            return new Planned.Refused(checked.problems());
        }
        return new Planner(checked, checked.root().orElseThrow(), input).plan();
    }

    private Planned plan() {
        ParamResolution params = new ParamResolution(root, input);
        Outline outline = Outline.of(root);
        StepGraph graph = new StepGraph(outline);
        StepPlanner steps = new StepPlanner(checked, graph, files, root);
        PlanHeader header = header(params.values(), steps.canonical());
        List<PlannedStage> stages = outline.stages().stream()
                .map(stage -> stage(stage, outline, graph, steps))
                .toList();
        List<PlannedStep> last = outline.finallySteps().stream()
                .map(step -> steps.plan(step, PlannedStep.FINALLY))
                .toList();
        List<Problem> problems = new ArrayList<>(params.problems());
        problems.addAll(files.problems());
        if (problems.isEmpty()) {
            return new Planned.Ready(
                    new Plan(header, stages, last, files.contents()), checked.warnings(), params.given());
        }
        problems.addAll(checked.warnings());
        Collections.sort(problems);
        return new Planned.Refused(problems);
    }

    private static PlannedStage stage(StageView stage, Outline outline, StepGraph graph, StepPlanner steps) {
        return new PlannedStage(
                stage.name(),
                stage.node().scalar("description").map(YamlScalar::text).orElse(""),
                graph.needs(stage).stream()
                        .sorted()
                        .map(index -> outline.stages().get(index).name())
                        .toList(),
                stage.when(),
                stage.steps().stream()
                        .map(step -> steps.plan(step, stage.name()))
                        .toList());
    }

    private PlanHeader header(Map<String, JsonNode> params, Canonical canonical) {
        Optional<String> rules = root.scalar("rules")
                .map(file -> canonical.write(field("rules"), root.get("rules").orElseThrow()))
                .map(path -> files.hash(path.asText(), root.place()));
        return new PlanHeader(
                checked.name(),
                root.scalar("description").map(YamlScalar::text).orElse(""),
                params,
                input.profile(),
                block("cluster", canonical),
                entries("secrets", canonical),
                block("concurrency", canonical),
                entries("outputs", canonical),
                rules,
                root.map("guide")
                        .flatMap(guide -> guide.scalar("title"))
                        .map(YamlScalar::text)
                        .orElse(""),
                block("notices", canonical));
    }

    private Optional<JsonNode> block(String key, Canonical canonical) {
        return root.get(key).map(node -> canonical.write(field(key), node));
    }

    private Map<String, JsonNode> entries(String key, Canonical canonical) {
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        block(key, canonical)
                .ifPresent(tree -> tree.properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue())));
        return entries;
    }

    private static Shape field(String key) {
        return Shapes.block(Pipeline.class).field(key).orElseThrow().shape();
    }
}
