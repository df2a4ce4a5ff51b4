package io.slipway.activities.validate;

import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.VerbHandler;
import io.slipway.model.action.Validate;

/** The verb {@code validate}: all checks run, then the step fails with the list of those that failed. */
public final class ValidateHandler implements VerbHandler<Validate> {
    private final CheckRunner runner;

    /** A handler that runs checks so. */
    public ValidateHandler(CheckRunner runner) {
        this.runner = runner;
    }

    @Override
    public Done run(Validate validate, StepContext context) throws InterruptedException {
        return CheckOutcome.of(runner.run(validate.checks(), context), "checks", context.recorder());
    }
}
