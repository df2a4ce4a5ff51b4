package io.slipway.model.check;

import io.slipway.model.yaml.YamlScalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which steps come before which. A stage follows its needs, or the stage above; a step follows its needs, or the step
 * above unless its stage is parallel. A step that needs a stage makes its whole stage follow it. The steps of
 * {@code finally} come one after another, whatever they need.
 */
public final class StepGraph {
    private final Outline outline;
    private final Map<StepView, Set<StepView>> before = new HashMap<>();
    private final List<Set<Integer>> stageNeeds = new ArrayList<>();

    /** The order of an outline. */
    public StepGraph(Outline outline) {
        this.outline = outline;
        outline.stages().forEach(stage -> stageNeeds.add(directNeeds(stage)));
    }

    /** Indexes of the stages that the stage follows directly. */
    public Set<Integer> needs(StageView stage) {
        return stageNeeds.get(stage.index());
    }

    /** The steps of the same stage that the step follows directly. */
    public List<StepView> needs(StepView step) {
        if (step.isFinally()) {
            return step.index() == 0
                    ? List.of()
                    : List.of(outline.finallySteps().get(step.index() - 1));
        }
        if (step.needs().isPresent()) {
            return named(step);
        }
        StageView stage = outline.stages().get(step.stage());
        return stage.parallel() || step.index() == 0
                ? List.of()
                : List.of(stage.steps().get(step.index() - 1));
    }

    /** The steps among its siblings that the step names in {@code needs}. */
    public List<StepView> named(StepView step) {
        Set<String> names = texts(step.needs().orElse(List.of()));
        List<StepView> siblings = step.isFinally()
                ? outline.finallySteps()
                : outline.stages().get(step.stage()).steps();
        return siblings.stream()
                .filter(other -> !other.equals(step) && names.contains(other.name()))
                .toList();
    }

    /** Every step that is over, in whatever way, when the step begins. */
    public Set<StepView> before(StepView step) {
        return before.computeIfAbsent(step, this::collect);
    }

    /** Every step that is over when the stage begins. */
    public Set<StepView> before(StageView stage) {
        Set<StepView> found = new LinkedHashSet<>();
        stagesBefore(stage, new LinkedHashSet<>())
                .forEach(index -> found.addAll(outline.stages().get(index).steps()));
        return found;
    }

    /** Without recursion: a stage may have thousands of steps, one after another. */
    private Set<StepView> collect(StepView step) {
        Set<StepView> found = new LinkedHashSet<>();
        Deque<StepView> open = new ArrayDeque<>(needs(step));
        while (!open.isEmpty()) {
            StepView next = open.pop();
            if (found.add(next)) {
                open.addAll(needs(next));
            }
        }
        if (step.isFinally()) {
            outline.stages().forEach(stage -> found.addAll(stage.steps()));
        } else {
            found.addAll(before(outline.stages().get(step.stage())));
        }
        return found;
    }

    private Set<Integer> stagesBefore(StageView stage, Set<Integer> found) {
        for (int need : needs(stage)) {
            if (found.add(need)) {
                stagesBefore(outline.stages().get(need), found);
            }
        }
        return found;
    }

    private Set<Integer> directNeeds(StageView stage) {
        Set<Integer> needs = new LinkedHashSet<>();
        if (stage.needs().isPresent()) {
            stage.needs().get().forEach(name -> addStage(name.text(), needs));
        } else if (stage.index() > 0) {
            needs.add(stage.index() - 1);
        }
        for (StepView step : stage.steps()) {
            step.needs()
                    .ifPresent(names -> names.stream()
                            .map(YamlScalar::text)
                            .filter(name -> stage.steps().stream()
                                    .noneMatch(other -> other.name().equals(name)))
                            .forEach(name -> addStage(name, needs)));
        }
        return needs;
    }

    private void addStage(String name, Set<Integer> needs) {
        outline.stage(name).ifPresent(stage -> needs.add(stage.index()));
    }

    private static Set<String> texts(List<YamlScalar> names) {
        Set<String> texts = new LinkedHashSet<>();
        names.forEach(name -> texts.add(name.text()));
        return texts;
    }
}
