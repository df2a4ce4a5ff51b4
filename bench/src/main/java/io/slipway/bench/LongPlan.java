package io.slipway.bench;

import io.slipway.model.json.Json;
import io.slipway.model.pipeline.OnFailure;
import io.slipway.model.pipeline.Retry;
import io.slipway.model.plan.Plan;
import io.slipway.model.plan.PlanHeader;
import io.slipway.model.plan.PlannedStage;
import io.slipway.model.plan.PlannedStep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The plan of a pipeline with one stage of many steps, one after another. */
final class LongPlan {
    static final String NAME = "bench-";

    private LongPlan() {}

    /** The plan of so many steps, under that name: rollouts of one name are a group, of which only one may run. */
    static Plan of(String name, int steps) {
        PlanHeader header = new PlanHeader(
                name,
                "",
                Map.of("namespace", Json.tree("bench")),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                "",
                Optional.empty());
        List<PlannedStep> chain =
                IntStream.range(0, steps).mapToObj(LongPlan::step).toList();
        PlannedStage stage = new PlannedStage("long", "", List.of(), Optional.empty(), chain);
        return new Plan(header, List.of(stage), List.of(), Map.of());
    }

    private static PlannedStep step(int index) {
        return new PlannedStep(
                name(index),
                "long",
                "exec",
                "",
                List.of(),
                index == 0 ? List.of() : List.of(name(index - 1)),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "each",
                1,
                Duration.ofMinutes(10),
                Retry.once(),
                OnFailure.PAUSE,
                Optional.empty(),
                Map.of(),
                Json.tree(Map.of("of", "pod/x", "command", Map.of("words", List.of("true")))),
                Map.of(),
                List.of(),
                List.of());
    }

    private static String name(int index) {
        return "step-" + index;
    }
}
