package io.slipway.activities.rollout;

import io.slipway.model.check.Suggestion;
import io.slipway.model.plan.Plan;
import io.slipway.model.plan.PlannedStep;
import java.util.List;
import java.util.Optional;

/**
 * Only some of a plan's steps, in the order of the file; the others are skipped.
 *
 * @param from the first step, or empty
 * @param until the last step, or empty
 * @param only the one stage, or empty
 */
record Selection(String from, String until, String only) {

    Plan of(Plan plan, List<String> problems) {
        List<String> names = plan.steps().stream().map(PlannedStep::name).toList();
        known(from, names, "step", problems);
        known(until, names, "step", problems);
        known(only, plan.stages().stream().map(stage -> stage.name()).toList(), "stage", problems);
        if (!problems.isEmpty() || (from.isEmpty() && until.isEmpty() && only.isEmpty())) {
            return plan;
        }
        int first = from.isEmpty() ? 0 : names.indexOf(from);
        int last = until.isEmpty() ? names.size() - 1 : names.indexOf(until);
        if (first > last) {
            problems.add("step '" + from + "' comes after step '" + until + "'");
            return plan;
        }
        return PlanShape.map(plan, step -> {
            int place = names.indexOf(step.name());
            boolean chosen = place >= first
                    && place <= last
                    && (only.isEmpty() || step.stage().equals(only));
            return chosen ? step : PlanShape.copy(step, step.onFailure(), Optional.of("false"));
        });
    }

    private static void known(String name, List<String> names, String what, List<String> problems) {
        if (!name.isEmpty() && !names.contains(name)) {
            problems.add("the pipeline has no " + what + " '" + name + "'" + Suggestion.among(name, names));
        }
    }
}
