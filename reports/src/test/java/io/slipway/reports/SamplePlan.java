package io.slipway.reports;

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

/** The plan that the samples carry out. */
final class SamplePlan {
    private SamplePlan() {}

    static Plan plan() {
        return new Plan(
                new PlanHeader(
                        "datalyptica",
                        "Spark 3.5.7 and Flink 1.20 on OpenShift",
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        "Processing and streaming layer",
                        Optional.empty()),
                List.of(
                        stage("images", step("images", "spark-image", "build"), step("images", "flink-image", "build")),
                        stage(
                                "flink",
                                step("flink", "flink-deploy", "deploy"),
                                step("flink", "flink-ready", "waitReady"),
                                step("flink", "flink-checks", "validate")),
                        stage("trial", step("trial", "load-test", "testJob"))),
                List.of(step(PlannedStep.FINALLY, "bundle", "diagnose")),
                Map.of());
    }

    private static PlannedStage stage(String name, PlannedStep... steps) {
        return new PlannedStage(name, "", List.of(), Optional.empty(), List.of(steps));
    }

    private static PlannedStep step(String stage, String name, String verb) {
        return new PlannedStep(
                name,
                stage,
                verb,
                "",
                List.of(stage + "/" + name),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "each",
                1,
                Duration.ofMinutes(1),
                RETRY,
                OnFailure.PAUSE,
                Optional.empty(),
                Map.of(),
                Json.mapper().createObjectNode(),
                Map.of(),
                List.of(),
                List.of());
    }

    private static final Retry RETRY = new Retry(1, Duration.ofSeconds(1), 2, Duration.ofSeconds(10));
}
