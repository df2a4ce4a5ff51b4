package io.slipway.workflows.rollout;

import io.slipway.model.journal.Failure;
import io.slipway.model.journal.StepResult;
import io.slipway.workflows.contract.StepProgress;
import io.slipway.workflows.contract.StepTask;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TimeoutFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/**
 * Runs one try of a step as an activity whose type is the verb. Temporal repeats it under the same key as long as the
 * step has time: a lost worker or an unreachable API server is no failure of the step.
 */
final class VerbCall {
    /** Time beyond the step's own in which the activity can say why it ran out of time. */
    static final Duration LAST_WORDS = Duration.ofSeconds(30);

    private VerbCall() {}

    /**
     * How it ended.
     *
     * @param result what came of it
     * @param heard whether a worker said so, which has then written it into the journal
     */
    record End(StepResult result, boolean heard) {}

    /**
     * Runs it.
     *
     * @param silence how long its worker may be silent before it is given up for lost
     */
    static End run(StepTask task, Duration silence) {
        ActivityOptions options = ActivityOptions.newBuilder()
                .setScheduleToCloseTimeout(task.timeout().plus(LAST_WORDS))
                .setHeartbeatTimeout(silence)
                .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                .setRetryOptions(RetryOptions.newBuilder()
                        .setInitialInterval(Duration.ofMillis(500))
                        .setMaximumInterval(Duration.ofSeconds(10))
                        .build())
                .setSummary(summary(task))
                .build();
        try {
            return new End(Workflow.newUntypedActivityStub(options).execute(task.verb(), StepResult.class, task), true);
        } catch (ActivityFailure e) {
            return new End(failed(task, e), false);
        }
    }

    private static String summary(StepTask task) {
        String text = task.stage() + " / " + task.step() + (task.undo() ? " (undo)" : "");
        return task.attempt() > 1 ? text + ", try " + task.attempt() : text;
    }

    private static StepResult failed(StepTask task, ActivityFailure e) {
        return switch (e.getCause()) {
            case CanceledFailure canceled -> throw canceled;
            case TimeoutFailure timeout -> StepResult.failed(outOfTime(task, timeout));
            case ApplicationFailure failure ->
                StepResult.failed(Failure.of(
                        failure.getOriginalMessage(),
                        "the worker could not run the step (" + failure.getType() + ")",
                        "see the worker's log; retry the step once the cause is fixed"));
            case null, default -> StepResult.failed(Failure.of(String.valueOf(e.getMessage()), "", ""));
        };
    }

    private static Failure outOfTime(StepTask task, TimeoutFailure timeout) {
        StepProgress last = timeout.getLastHeartbeatDetails().getSize() == 0
                ? null
                : timeout.getLastHeartbeatDetails().get(StepProgress.class);
        String seen =
                last == null || last.message().isEmpty() ? "no worker picked it up" : "last seen: " + last.message();
        return Failure.of(
                "not finished after " + task.timeout().toSeconds() + " s; " + seen,
                "no worker finished the step within its timeout",
                "check that a worker is running on this task queue, raise 'timeout', or retry");
    }
}
