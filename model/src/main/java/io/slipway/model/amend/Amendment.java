package io.slipway.model.amend;

import io.slipway.model.plan.Plan;
import io.slipway.model.plan.PlannedStage;
import io.slipway.model.plan.PlannedStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The difference between the plan that a rollout was started with and a corrected one, step by step. It foresees what
 * the rollout will do: a step runs again when it is changed, or when what it follows is.
 */
public final class Amendment {
    private final Plan before;
    private final Plan after;
    private final Map<String, StepDifference> differences = new LinkedHashMap<>();
    private final Set<String> moved = new HashSet<>();

    private Amendment(Plan before, Plan after) {
        this.before = before;
        this.after = after;
    }

    /** The difference for each step of either plan, in the order of the new one; those that are gone come last. */
    public static List<StepDifference> between(Plan before, Plan after) {
        Amendment amendment = new Amendment(before, after);
        amendment.compare();
        return List.copyOf(amendment.differences.values());
    }

    private void compare() {
        Map<String, PlannedStage> stages = new HashMap<>();
        before.stages().forEach(stage -> stages.put(stage.name(), stage));
        List<StepDifference> last;
        do { // a step may follow one that is further down in the file
            last = List.copyOf(differences.values());
            after.stages().forEach(stage -> stage(stage, stages.get(stage.name())));
        } while (!last.equals(List.copyOf(differences.values())));
        after.finallySteps().forEach(step -> put(step, List.of()));
        Stream.concat(before.steps().stream(), before.finallySteps().stream())
                .filter(step -> !differences.containsKey(step.name()))
                .forEach(step -> differences.put(
                        step.name(),
                        new StepDifference(step.name(), step.stage(), StepDifference.Kind.GONE, List.of())));
    }

    private void stage(PlannedStage stage, PlannedStage old) {
        List<String> around = new ArrayList<>();
        stage.needs().stream().filter(moved::contains).forEach(need -> around.add("follows stage " + need));
        if (old != null && !old.needs().equals(stage.needs())) {
            around.add("its stage follows " + listed(stage.needs()));
        }
        if (old != null && !old.when().equals(stage.when())) {
            around.add("the condition of its stage");
        }
        stage.steps().forEach(step -> put(step, around));
        if (old == null
                || !names(old).equals(names(stage))
                || stage.steps().stream().anyMatch(step -> isMoved(step.name()))) {
            moved.add(stage.name());
        }
    }

    private void put(PlannedStep step, List<String> around) {
        differences.put(step.name(), difference(step, around));
    }

    private StepDifference difference(PlannedStep step, List<String> around) {
        var old = before.step(step.name());
        if (old.isEmpty()) {
            return new StepDifference(step.name(), step.stage(), StepDifference.Kind.NEW, List.of());
        }
        List<String> parts = StepParts.different(old.get(), step, before.header(), after.header());
        if (!parts.isEmpty()) {
            return new StepDifference(step.name(), step.stage(), StepDifference.Kind.CHANGED, parts);
        }
        List<String> reasons = new ArrayList<>(around);
        step.needs().stream().filter(this::isMoved).forEach(need -> reasons.add("follows " + need));
        if (reasons.isEmpty() && !old.get().needs().equals(step.needs())) {
            reasons.add("follows " + listed(step.needs()));
        }
        return new StepDifference(
                step.name(),
                step.stage(),
                reasons.isEmpty() ? StepDifference.Kind.KEPT : StepDifference.Kind.AGAIN,
                reasons);
    }

    private boolean isMoved(String step) {
        StepDifference difference = differences.get(step);
        return difference != null && difference.kind() != StepDifference.Kind.KEPT;
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "nothing" : String.join(", ", names);
    }

    private static List<String> names(PlannedStage stage) {
        return stage.steps().stream().map(PlannedStep::name).collect(Collectors.toList());
    }
}
