package io.slipway.model.check;

import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The stages and steps of a file, as far as they can be understood; broken parts are left out.
 *
 * @param root the file
 * @param stages its stages
 * @param finallySteps the steps under {@code finally}
 */
public record Outline(YamlMap root, List<StageView> stages, List<StepView> finallySteps) {
    public Outline {
        stages = List.copyOf(stages);
        finallySteps = List.copyOf(finallySteps);
    }

    /** Reads the stages and steps of a file. */
    public static Outline of(YamlMap root) {
        List<StageView> stages = new ArrayList<>();
        for (YamlNode node : root.list("stages")) {
            if (node instanceof YamlMap map) {
                String name = map.scalar("stage").map(YamlScalar::text).orElse("");
                stages.add(new StageView(name, map, stages.size(), steps(map, "steps", stages.size())));
            }
        }
        return new Outline(root, stages, steps(root, "finally", -1));
    }

    private static List<StepView> steps(YamlMap map, String key, int stage) {
        List<StepView> steps = new ArrayList<>();
        for (YamlNode node : map.list(key)) {
            if (node instanceof YamlMap step) {
                steps.add(StepView.of(step, stage, steps.size()));
            }
        }
        return steps;
    }

    /** The steps of the stages in the order of the file, then those of {@code finally}. */
    public List<StepView> steps() {
        return Stream.concat(stages.stream().flatMap(stage -> stage.steps().stream()), finallySteps.stream())
                .toList();
    }

    /** The step of that name. */
    public Optional<StepView> step(String name) {
        return steps().stream().filter(step -> step.name().equals(name)).findFirst();
    }

    /** The stage of that name. */
    public Optional<StageView> stage(String name) {
        return stages.stream().filter(stage -> stage.name().equals(name)).findFirst();
    }
}
