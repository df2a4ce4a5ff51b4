package io.slipway.cli.rollouts;

import io.slipway.cli.engine.GivenFaults;
import io.slipway.cli.error.CliException;
import io.slipway.model.check.Suggestion;
import io.slipway.model.plan.Plan;
import io.slipway.model.plan.PlannedStep;
import io.slipway.sandbox.faults.Fault;
import io.slipway.sandbox.faults.FaultTarget;
import java.util.List;

/** Whether faults name steps of the pipeline: a step that is mistyped would be struck by nothing, and all would seem well. */
final class KnownFaults {
    private KnownFaults() {}

    /**
     * Checks them.
     *
     * @throws CliException when one cannot be read, or names a step that is not there
     */
    static void check(List<String> scripts, Plan plan) {
        List<String> steps = plan.steps().stream().map(PlannedStep::name).toList();
        for (Fault fault : GivenFaults.read(scripts)) {
            if (fault.target() instanceof FaultTarget.Step named && !steps.contains(named.name())) {
                throw CliException.invalid(
                        "the fault '" + fault.script() + "' names step '" + named.name()
                                + "', which the pipeline does not have" + Suggestion.hint(named.name(), steps),
                        "Name the step that deploys the object, or the object itself: deployment/NAME.");
            }
        }
    }
}
