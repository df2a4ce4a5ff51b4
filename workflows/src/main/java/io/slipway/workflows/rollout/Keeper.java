package io.slipway.workflows.rollout;

import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepResult;
import io.slipway.model.journal.StepStatus;
import io.slipway.workflows.contract.KeepActivities;
import io.slipway.workflows.contract.Prepared;
import io.temporal.activity.ActivityOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a step that an earlier run has done is kept: its hash is the same, nothing it follows ran again, and
 * what it made is still there.
 */
final class Keeper {
    private final Run run;
    private final KeepActivities activities;

    Keeper(Run run) {
        this.run = run;
        this.activities = Workflow.newActivityStub(
                KeepActivities.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(1))
                        .setScheduleToCloseTimeout(Duration.ofMinutes(10))
                        .setHeartbeatTimeout(run.prepared().silence())
                        .setSummary("check what an earlier run created")
                        .build());
    }

    /** Whether the step is kept as it is. */
    boolean keeps(Instance instance, String merkle, boolean follows) {
        Optional<StepRecord> known = run.ledger().step(instance.name());
        if (known.isEmpty() || follows) {
            return false;
        }
        StepRecord record = known.get();
        return switch (record.status()) {
            case SUCCEEDED ->
                record.merkle().equals(merkle)
                        && (!record.wasPutBack() || stageIsDone(record.stage()))
                        && (run.hasDealtWith(record) || intact(record));
            case SKIPPED ->
                record.attempt() > 0 && (!wasDeclined(record) || record.merkle().equals(merkle));
            case FAILED ->
                run.hasDealtWith(record)
                        && record.attempt() > 0
                        && record.merkle().equals(merkle);
            case PENDING, RUNNING, RETRYING, PAUSED, UNDONE -> false;
        };
    }

    /** Whether a person skipped it when it asked: when it asks for something else, that says nothing. */
    private static boolean wasDeclined(StepRecord record) {
        return record.result().filter(StepResult::ok).isPresent();
    }

    /** What a step changed for a time is only needed again while something of its stage is still to be done. */
    private boolean stageIsDone(String stage) {
        int planned = run.prepared().stages().stream()
                .filter(each -> each.name().equals(stage))
                .mapToInt(Prepared.StagePages::steps)
                .sum();
        long done = run.ledger().journal().steps().values().stream()
                .filter(record -> record.stage().equals(stage) && !record.step().contains("["))
                .filter(record -> record.status() == StepStatus.SUCCEEDED || record.status() == StepStatus.SKIPPED)
                .count();
        return done >= planned;
    }

    private boolean intact(StepRecord record) {
        List<String> details =
                record.result().flatMap(result -> result.detail()).map(List::of).orElse(List.of());
        String why = "";
        if (!details.isEmpty()) {
            KeepActivities.Verdict verdict = verify(record, details);
            if (!verdict.intact()) {
                return false;
            }
            why = verdict.reason();
        }
        run.ledger().write(new JournalEvent.StepKept(record.step(), why, Ledger.now()));
        return true;
    }

    private KeepActivities.Verdict verify(StepRecord record, List<String> details) {
        try {
            return activities.verify(new KeepActivities.Kept(run.target().name(), record.step(), details));
        } catch (ActivityFailure e) {
            return new KeepActivities.Verdict(false, "it could not be verified");
        }
    }
}
