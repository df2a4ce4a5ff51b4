package io.slipway.workflows.rollout;

import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.plan.PlannedStep;
import java.util.Collection;
import java.util.Optional;

/**
 * Why a step cannot run though its turn has come: a step that it names in {@code needs}, or whose outputs it uses, has
 * failed and the rollout went on, or was itself held up so. The mere order of the file holds nothing up.
 */
final class Blockers {
    private final Run run;

    Blockers(Run run) {
        this.run = run;
    }

    /** The reason, for people; empty when nothing is in the way. A step with a condition decides for itself. */
    String of(PlannedStep step) {
        if (step.when().isPresent()) {
            return "";
        }
        String reason = first(step.required())
                .map(need -> "it needs step '" + need + "', " + fate(need))
                .or(() -> first(step.uses()).map(used -> "it uses step '" + used + "', " + fate(used)))
                .orElse("");
        if (!reason.isEmpty()) {
            run.heldUp().add(step.name());
        }
        return reason;
    }

    private Optional<String> first(Collection<String> names) {
        return names.stream()
                .filter(name -> hasFailed(name) || run.heldUp().contains(name))
                .findFirst();
    }

    private boolean hasFailed(String name) {
        return run.ledger()
                .step(name)
                .map(StepRecord::status)
                .filter(StepStatus.FAILED::equals)
                .isPresent();
    }

    private String fate(String name) {
        return hasFailed(name) ? "which failed" : "which was skipped after a failure";
    }
}
