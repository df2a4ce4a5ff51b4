package io.slipway.worker.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.json.Json;
import io.slipway.model.pipeline.OnFailure;
import io.slipway.model.pipeline.Retry;
import io.slipway.model.plan.Plan;
import io.slipway.model.plan.PlanHeader;
import io.slipway.model.plan.PlannedStage;
import io.slipway.model.plan.PlannedStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Builds plans for tests of the engine, without a pipeline file. */
final class TestPlan {
    private final String name;
    private final List<PlannedStage> stages = new ArrayList<>();
    private final List<PlannedStep> finallySteps = new ArrayList<>();
    private Map<String, JsonNode> outputs = Map.of();
    private Map<String, JsonNode> secrets = Map.of();
    private Optional<JsonNode> concurrency = Optional.empty();
    private Optional<JsonNode> notices = Optional.empty();

    private TestPlan(String name) {
        this.name = name;
    }

    static TestPlan named(String name) {
        return new TestPlan(name);
    }

    String name() {
        return name;
    }

    TestPlan stage(String stage, List<String> needs, PlannedStep... steps) {
        return stage(stage, needs, List.of(steps));
    }

    TestPlan stage(String stage, List<String> needs, List<PlannedStep> steps) {
        List<PlannedStep> placed = steps.stream().map(step -> in(step, stage)).toList();
        stages.add(new PlannedStage(stage, "", needs, Optional.empty(), placed));
        return this;
    }

    /** A stage whose steps follow one another. */
    TestPlan chain(String stage, List<String> needs, PlannedStep... steps) {
        return stage(stage, needs, chained(steps));
    }

    private static List<PlannedStep> chained(PlannedStep... steps) {
        List<PlannedStep> chained = new ArrayList<>();
        for (int i = 0; i < steps.length; i++) {
            chained.add(
                    i == 0
                            ? steps[0]
                            : Step.of(steps[i]).needs(steps[i - 1].name()).build());
        }
        return chained;
    }

    /** Steps of {@code finally}; each follows the one before, as in every plan. */
    TestPlan last(PlannedStep... steps) {
        for (PlannedStep step : chained(steps)) {
            finallySteps.add(in(step, PlannedStep.FINALLY));
        }
        return this;
    }

    TestPlan outputs(Map<String, JsonNode> templates) {
        outputs = templates;
        return this;
    }

    TestPlan group(String name) {
        concurrency = Optional.of(Json.tree(Map.of("group", name, "onConflict", "fail")));
        return this;
    }

    /** One that waits for it. */
    TestPlan queue(String name) {
        concurrency = Optional.of(Json.tree(Map.of("group", name, "onConflict", "queue")));
        return this;
    }

    /** Who is told, as the pipeline's block, and the secrets in it. */
    TestPlan notices(Map<String, JsonNode> sources, JsonNode block) {
        secrets = sources;
        notices = Optional.of(block);
        return this;
    }

    Plan build() {
        PlanHeader header = new PlanHeader(
                name,
                "",
                Map.of("size", Json.tree(3)),
                Optional.empty(),
                Optional.empty(),
                secrets,
                concurrency,
                outputs,
                Optional.empty(),
                "",
                notices);
        return new Plan(header, stages, finallySteps, Map.of());
    }

    private static PlannedStep in(PlannedStep step, String stage) {
        return Step.of(step).stage(stage).build();
    }

    static Step exec(String name, String... words) {
        return new Step(name, "exec", action(words));
    }

    static Step waits(String name, String selector) {
        return new Step(name, "waitReady", Json.tree(Map.of("selector", selector)));
    }

    static Step verb(String name, String verb, Map<String, ?> action) {
        return new Step(name, verb, Json.tree(action));
    }

    private static JsonNode action(String... words) {
        return Json.tree(Map.of("of", "pod/test", "command", Map.of("words", List.of(words))));
    }

    /** A step under construction. */
    static final class Step {
        private PlannedStep step;

        Step(String name, String verb, JsonNode action) {
            step = new PlannedStep(
                    name,
                    "",
                    verb,
                    "",
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    "each",
                    1,
                    Duration.ofSeconds(30),
                    new Retry(1, Duration.ofMillis(10), 2, Duration.ofMillis(50)),
                    OnFailure.PAUSE,
                    Optional.empty(),
                    Map.of(),
                    action,
                    Map.of(),
                    List.of(),
                    List.of());
        }

        private Step(PlannedStep step) {
            this.step = step;
        }

        static Step of(PlannedStep step) {
            return new Step(step);
        }

        Step stage(String stage) {
            return with(s ->
                    copy(s, stage, s.needs(), s.when(), s.forEach(), s.timeout(), s.retry(), s.onFailure(), s.uses()));
        }

        Step needs(String... needs) {
            return with(s -> copy(
                    s,
                    s.stage(),
                    List.of(needs),
                    s.when(),
                    s.forEach(),
                    s.timeout(),
                    s.retry(),
                    s.onFailure(),
                    s.uses()));
        }

        /** As when the file names what the step needs. */
        Step requires(String... steps) {
            PlannedStep s = needs(steps).build();
            return new Step(new PlannedStep(
                    s.name(),
                    s.stage(),
                    s.verb(),
                    s.description(),
                    s.guide(),
                    s.needs(),
                    s.needs(),
                    s.when(),
                    s.forEach(),
                    s.as(),
                    s.parallel(),
                    s.timeout(),
                    s.retry(),
                    s.onFailure(),
                    s.undo(),
                    s.outputs(),
                    s.action(),
                    s.files(),
                    s.uses(),
                    s.reads()));
        }

        Step when(String cel) {
            return with(s -> copy(
                    s,
                    s.stage(),
                    s.needs(),
                    Optional.of(cel),
                    s.forEach(),
                    s.timeout(),
                    s.retry(),
                    s.onFailure(),
                    s.uses()));
        }

        Step forEach(JsonNode list) {
            return with(s -> copy(
                    s,
                    s.stage(),
                    s.needs(),
                    s.when(),
                    Optional.of(list),
                    s.timeout(),
                    s.retry(),
                    s.onFailure(),
                    s.uses()));
        }

        Step timeout(Duration timeout) {
            return with(s ->
                    copy(s, s.stage(), s.needs(), s.when(), s.forEach(), timeout, s.retry(), s.onFailure(), s.uses()));
        }

        Step tries(int attempts) {
            return tries(attempts, Duration.ofMillis(10));
        }

        Step tries(int attempts, Duration first) {
            Retry retry = new Retry(attempts, first, 2, first.multipliedBy(5));
            return with(s ->
                    copy(s, s.stage(), s.needs(), s.when(), s.forEach(), s.timeout(), retry, s.onFailure(), s.uses()));
        }

        Step onFailure(OnFailure onFailure) {
            return with(s ->
                    copy(s, s.stage(), s.needs(), s.when(), s.forEach(), s.timeout(), s.retry(), onFailure, s.uses()));
        }

        Step uses(String... steps) {
            return with(s -> copy(
                    s,
                    s.stage(),
                    s.needs(),
                    s.when(),
                    s.forEach(),
                    s.timeout(),
                    s.retry(),
                    s.onFailure(),
                    List.of(steps)));
        }

        /** Outputs of its own beside those of its verb. */
        Step outputs(Map<String, JsonNode> outputs) {
            PlannedStep s = step;
            return new Step(new PlannedStep(
                    s.name(),
                    s.stage(),
                    s.verb(),
                    s.description(),
                    s.guide(),
                    s.needs(),
                    s.required(),
                    s.when(),
                    s.forEach(),
                    s.as(),
                    s.parallel(),
                    s.timeout(),
                    s.retry(),
                    s.onFailure(),
                    s.undo(),
                    outputs,
                    s.action(),
                    s.files(),
                    s.uses(),
                    s.reads()));
        }

        PlannedStep build() {
            return step;
        }

        private Step with(UnaryOperator<PlannedStep> change) {
            return new Step(change.apply(step));
        }

        private static PlannedStep copy(
                PlannedStep s,
                String stage,
                List<String> needs,
                Optional<String> when,
                Optional<JsonNode> forEach,
                Duration timeout,
                Retry retry,
                OnFailure onFailure,
                List<String> uses) {
            return new PlannedStep(
                    s.name(),
                    stage,
                    s.verb(),
                    s.description(),
                    s.guide(),
                    needs,
                    s.required(),
                    when,
                    forEach,
                    s.as(),
                    s.parallel(),
                    timeout,
                    retry,
                    onFailure,
                    s.undo(),
                    s.outputs(),
                    s.action(),
                    s.files(),
                    uses,
                    s.reads());
        }
    }
}
