package io.slipway.workflows.rollout;

import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.StepResult;
import io.slipway.model.plan.PlannedStep;
import io.slipway.workflows.contract.PruneActivities;
import io.temporal.activity.ActivityOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;

/** Prunes when every stage is done; in the journal it is a step of its own, when there was something to prune. */
final class Pruning {
    static final String STEP = "(prune)";

    private final Run run;
    private final PruneActivities activities;

    Pruning(Run run) {
        this.run = run;
        this.activities = Workflow.newActivityStub(
                PruneActivities.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(5))
                        .setScheduleToCloseTimeout(Duration.ofMinutes(15))
                        .setHeartbeatTimeout(run.prepared().silence())
                        .setSummary("prune objects that no step deploys any more")
                        .build());
    }

    void run() {
        Instant started = Ledger.now();
        StepResult result;
        try {
            result = activities.prune(new PruneActivities.Leftovers(
                    run.target().name(),
                    run.header().pipeline(),
                    run.target().namespace(),
                    run.prepared().plan()));
        } catch (ActivityFailure e) {
            return; // what is left stays in the inventory and goes with the next rollout
        }
        if (!result.counts().isEmpty()) {
            run.ledger().write(new JournalEvent.StepStarted(STEP, PlannedStep.FINALLY, "prune", 1, "", started));
            run.ledger().write(new JournalEvent.StepFinished(STEP, 1, result, Ledger.now()));
        }
    }
}
