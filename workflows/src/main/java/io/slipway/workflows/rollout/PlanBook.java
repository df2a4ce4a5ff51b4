package io.slipway.workflows.rollout;

import io.slipway.model.journal.StepRecord;
import io.slipway.model.plan.PlannedStep;
import io.slipway.workflows.contract.Amended;
import io.slipway.workflows.contract.PlanActivities;
import io.slipway.workflows.contract.PrepareRequest;
import io.slipway.workflows.contract.Prepared;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Fetches the plan, page by page. */
final class PlanBook {
    private final PlanActivities activities = Workflow.newActivityStub(
            PlanActivities.class,
            ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofMinutes(2))
                    .setHeartbeatTimeout(Prepared.LEAST_SILENCE.multipliedBy(2))
                    .setSummary("read, check and plan the pipeline")
                    .build());
    private final PlanActivities pages = Workflow.newLocalActivityStub(
            PlanActivities.class,
            LocalActivityOptions.newBuilder()
                    .setDoNotIncludeArgumentsIntoMarker(true)
                    .setStartToCloseTimeout(Duration.ofSeconds(30))
                    .setRetryOptions(
                            RetryOptions.newBuilder().setMaximumAttempts(3).build())
                    .build());
    /** What a local activity fails of is nowhere to be seen while it is tried again. */
    private final PlanActivities pagesInSight = Workflow.newActivityStub(
            PlanActivities.class,
            ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofSeconds(30))
                    .setRetryOptions(RetryOptions.newBuilder()
                            .setMaximumInterval(Duration.ofSeconds(30))
                            .build())
                    .setSummary("read a page of the plan")
                    .build());

    Prepared prepare(PrepareRequest request) {
        return activities.prepare(request);
    }

    Amended amend(PlanActivities.AmendCall call) {
        return activities.amend(call);
    }

    /** The steps of all stages. */
    List<PlannedStep> all(Prepared prepared) {
        List<PlannedStep> all = new ArrayList<>();
        prepared.stages().forEach(stage -> all.addAll(steps(stage.pages())));
        return all;
    }

    List<PlannedStep> steps(List<String> hashes) {
        List<PlannedStep> steps = new ArrayList<>();
        hashes.forEach(hash -> steps.addAll(read(from -> from.planPage(hash)).steps()));
        return steps;
    }

    List<StepRecord> records(List<String> hashes) {
        List<StepRecord> records = new ArrayList<>();
        hashes.forEach(
                hash -> records.addAll(read(from -> from.journalPage(hash)).steps()));
        return records;
    }

    private <T> T read(Function<PlanActivities, T> page) {
        try {
            return page.apply(pages);
        } catch (ActivityFailure e) {
            if (e.getCause() instanceof CanceledFailure) {
                throw e;
            }
            return page.apply(pagesInSight);
        }
    }
}
