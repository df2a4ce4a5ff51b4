package io.slipway.workflows.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.slipway.workflows.contract.GroupActivities;
import io.temporal.activity.ActivityOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Holds the concurrency group of the rollout, from before its first step to after its last. */
final class Groups {
    private final Run run;
    private final GroupActivities activities = Workflow.newActivityStub(
            GroupActivities.class,
            ActivityOptions.newBuilder()
                    .setScheduleToCloseTimeout(Duration.ofDays(7))
                    .setHeartbeatTimeout(VerbCall.HEARTBEAT)
                    .setSummary("hold the concurrency group")
                    .build());

    Groups(Run run) {
        this.run = run;
    }

    void acquire() {
        if (isChild()) {
            return;
        }
        GroupActivities.Held held = activities.acquire(claim());
        if (!held.held()) {
            throw ApplicationFailure.newNonRetryableFailure(held.message(), "GroupHeld");
        }
    }

    void release() {
        if (!isChild()) {
            Workflow.newDetachedCancellationScope(() -> activities.release(claim()))
                    .run();
        }
    }

    /** A child rollout runs inside its parent's group. */
    private static boolean isChild() {
        return Workflow.getInfo().getParentWorkflowId().isPresent();
    }

    private GroupActivities.Claim claim() {
        JsonNode block = run.header()
                .concurrency()
                .map(template -> run.evaluator().resolve(template, run.scope().ofAll()))
                .orElse(JsonNodeFactory.instance.objectNode());
        return new GroupActivities.Claim(
                run.target().name(),
                block.path("group").asText(run.header().pipeline()),
                block.path("onConflict").asText("fail"),
                run.rollout(),
                Workflow.getInfo().getFirstExecutionRunId());
    }
}
