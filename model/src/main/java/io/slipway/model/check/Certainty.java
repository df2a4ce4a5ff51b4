package io.slipway.model.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Whether a step that comes before has surely succeeded. */
final class Certainty {
    private Certainty() {}

    /** Whether the reader can count on the outputs: it runs only when the other ran. */
    static boolean surelyRan(Outline outline, StepView target, Optional<StepView> reader) {
        if (reader.filter(StepView::isFinally).isPresent()
                && !(target.isFinally() && target.when().isEmpty())) {
            return false;
        }
        Set<String> given = new HashSet<>();
        reader.ifPresent(step -> given.addAll(conditions(outline, step)));
        return given.containsAll(conditions(outline, target)) && !continues(outline, target);
    }

    static String reason(Outline outline, StepView target, Optional<StepView> reader) {
        if (reader.filter(StepView::isFinally).isPresent()) {
            return "may not have run when the rollout ended early";
        }
        return continues(outline, target)
                ? "may have failed, since its onFailure is continue"
                : "may have been skipped by its when";
    }

    private static Set<String> conditions(Outline outline, StepView step) {
        Set<String> conditions = new HashSet<>();
        step.when().ifPresent(conditions::add);
        if (!step.isFinally()) {
            outline.stages().get(step.stage()).when().ifPresent(conditions::add);
        }
        conditions.remove("true");
        return conditions;
    }

    private static boolean continues(Outline outline, StepView step) {
        return step.onFailure()
                .or(() -> outline.root()
                        .map("defaults")
                        .flatMap(defaults -> defaults.scalar("onFailure"))
                        .map(value -> value.text()))
                .filter("continue"::equals)
                .isPresent();
    }
}
