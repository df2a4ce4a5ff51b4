package io.slipway.workflows.rollout;

import io.slipway.model.journal.Ahead;
import io.slipway.workflows.contract.ApprovalActivities;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Has what is still to come looked at; a person is asked also when that cannot be done. */
final class LookingAhead {
    private final Run run;
    private final String step;
    private final ApprovalActivities activities;

    LookingAhead(Run run, String step) {
        this.run = run;
        this.step = step;
        this.activities = Workflow.newActivityStub(
                ApprovalActivities.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(2))
                        .setScheduleToCloseTimeout(Duration.ofMinutes(5))
                        .setHeartbeatTimeout(run.prepared().silence())
                        .setRetryOptions(RetryOptions.newBuilder()
                                .setInitialInterval(Duration.ofSeconds(1))
                                .setMaximumAttempts(3)
                                .build())
                        .setSummary("preview the remaining steps")
                        .build());
    }

    /**
     * What is still to come.
     *
     * @param shown hash of what was shown before; empty the first time
     */
    Ahead look(String shown) {
        Box<Ahead> seen = new Box<>();
        run.gate().runBound(() -> seen.set(asked(shown)));
        return seen.get();
    }

    private Ahead asked(String shown) {
        try {
            return activities.lookAhead(new ApprovalActivities.Question(
                    run.rollout(),
                    step,
                    run.prepared().plan(),
                    run.target().name(),
                    run.prepared().whole(),
                    shown));
        } catch (ActivityFailure e) {
            return Ahead.unknown(reason(e));
        }
    }

    private static String reason(ActivityFailure e) {
        return switch (e.getCause()) {
            case CanceledFailure canceled when CancellationScope.current().isCancelRequested() -> throw canceled;
            case ApplicationFailure failure -> failure.getOriginalMessage();
            case null -> String.valueOf(e.getMessage());
            default -> String.valueOf(e.getCause().getMessage());
        };
    }
}
