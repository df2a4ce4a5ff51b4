package io.slipway.activities.preview;

import io.slipway.model.plan.Plan;
import io.slipway.model.plan.PlannedStage;
import io.slipway.model.plan.PlannedStep;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** The steps of a plan that wait for a step: those after it in its stage, and all of the stages after that. */
final class Followers {
    private Followers() {}

    /** Their names, without those of {@code finally}, which wait for nobody. */
    static Set<String> of(Plan plan, String step) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> held = new HashSet<>();
        for (PlannedStage stage : plan.stages()) {
            boolean whole = stage.needs().stream().anyMatch(held::contains);
            for (PlannedStep each : stage.steps()) {
                if (whole || each.needs().stream().anyMatch(need -> need.equals(step) || names.contains(need))) {
                    names.add(each.name());
                }
            }
            if (whole || stage.steps().stream().anyMatch(each -> each.name().equals(step))) {
                held.add(stage.name());
            }
        }
        return names;
    }
}
