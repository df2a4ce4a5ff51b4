package io.slipway.activities.cluster.readiness.special;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A SparkApplication is ready when it has completed, or runs with the executors it asked for: many never end. Whoever
 * waits for the end says so with {@code for}.
 */
final class SparkApplicationRule implements ReadinessRule {

    @Override
    public Optional<Readiness> judge(KubeObject app) {
        String state = app.text("status.applicationState.state");
        String error = app.text("status.applicationState.errorMessage");
        String text = "the application is " + state + (error.isEmpty() ? "" : ": " + error);
        return Optional.of(
                switch (state) {
                    case "COMPLETED" -> new Readiness.Ready(text);
                    case "FAILED", "SUBMISSION_FAILED", "FAILING" -> new Readiness.Failed(text);
                    case "RUNNING" -> running(app);
                    case "" -> new Readiness.Progressing("the application has not been submitted yet");
                    default -> new Readiness.Progressing(text);
                });
    }

    private static Readiness running(KubeObject app) {
        long running = 0;
        for (JsonNode executor : app.at("status.executorState")) {
            running += executor.asText().equals("RUNNING") ? 1 : 0;
        }
        long wanted = wanted(app);
        return running >= wanted
                ? new Readiness.Ready("the driver runs with " + running + " executors")
                : new Readiness.Progressing("the driver runs with " + running + " of " + wanted + " executors");
    }

    /** How many executors must run: the fixed number, or the least that dynamic allocation allows. */
    private static long wanted(KubeObject app) {
        if (app.flag("spec.dynamicAllocation.enabled")) {
            return app.number("spec.dynamicAllocation.minExecutors", 0);
        }
        for (String prefix : new String[] {"spark.dynamicAllocation.", "spark.streaming.dynamicAllocation."}) {
            JsonNode conf = app.at("spec.sparkConf");
            if (conf.path(prefix + "enabled").asText().equals("true")) {
                return conf.path(prefix + "minExecutors").asLong(0);
            }
        }
        OptionalLong fixed = app.number("spec.executor.instances");
        return fixed.orElse(1);
    }
}
