package io.slipway.model.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.json.Hash;
import io.slipway.model.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pipeline as it will run.
 *
 * @param header what holds for the whole rollout
 * @param stages the stages in order
 * @param finallySteps the steps that run at the end, whatever happened, in order
 * @param files content of the pipeline's files by their hash; kept in the blob store, never in history
 */
public record Plan(
        PlanHeader header, List<PlannedStage> stages, List<PlannedStep> finallySteps, Map<String, String> files) {
    public Plan {
        stages = List.copyOf(stages);
        finallySteps = List.copyOf(finallySteps);
        files = Map.copyOf(files);
    }

    /** All steps of the stages in order, without those of {@code finally}. */
    public List<PlannedStep> steps() {
        List<PlannedStep> all = new ArrayList<>();
        stages.forEach(stage -> all.addAll(stage.steps()));
        return all;
    }

    /** Hash of everything that decides what the rollout does. Two plans with the same hash do the same. */
    public String hash() {
        return Hash.of(Json.write(List.of(header, stages, finallySteps)));
    }

    /** The step of that name, also among those of {@code finally}. */
    public Optional<PlannedStep> step(String name) {
        return Stream.concat(steps().stream(), finallySteps.stream())
                .filter(step -> step.name().equals(name))
                .findFirst();
    }

    /** The values of the parameters. */
    public Map<String, JsonNode> params() {
        return header.params();
    }
}
