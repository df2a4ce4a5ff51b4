package io.slipway.workflows.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.slipway.workflows.contract.GroupActivities;
import io.slipway.workflows.contract.Prepared;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Optional;

/** Holds the concurrency group of the rollout, from before its first step to after its last. */
final class Groups {
    private final Run run;
    private final Stopping stopping;
    private final GroupActivities activities = Workflow.newActivityStub(
            GroupActivities.class,
            ActivityOptions.newBuilder()
                    .setScheduleToCloseTimeout(Duration.ofDays(7))
                    .setHeartbeatTimeout(Prepared.LEAST_SILENCE)
                    .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                    .setSummary("the concurrency group")
                    .build());
    /** What was taken. Its expressions are not asked again at the end, when they may say something else. */
    private GroupActivities.Claim claim;

    Groups(Run run, Stopping stopping) {
        this.run = run;
        this.stopping = stopping;
    }

    /**
     * Takes the group.
     *
     * @return why not: another rollout holds it, its name has no value, or this rollout was cancelled while it waited
     */
    Optional<Ending> acquire() {
        if (isOutside()) {
            return Optional.empty();
        }
        GroupActivities.Held held;
        try {
            claim = claim();
            held = claim.onConflict().equals("fail") ? activities.acquire(claim) : wait(claim);
        } catch (Evaluator.EvaluationFailure e) {
            return Optional.of(Ending.failed("the concurrency group has no value: " + e.getMessage(), false));
        } catch (ActivityFailure e) {
            return Optional.of(unholdable(e).orElseThrow(() -> e));
        }
        if (held.held()) {
            return Optional.empty();
        }
        return Optional.of(
                stopping.isStopped()
                        ? Ending.cancelled(run.gate().ending().reason() + " (while it waited: " + held.message() + ")")
                        : Ending.failed(held.message(), false));
    }

    private static Optional<Ending> unholdable(ActivityFailure e) {
        return e.getCause() instanceof ApplicationFailure why && why.getType().equals(GroupActivities.UNHOLDABLE)
                ? Optional.of(Ending.failed(why.getOriginalMessage(), false))
                : Optional.empty();
    }

    /** A wait can be cancelled. Whether the group is free is then asked once more: if so, {@code finally} runs. */
    private GroupActivities.Held wait(GroupActivities.Claim claim) {
        Box<GroupActivities.Held> held = new Box<>();
        try {
            stopping.start(() -> held.set(activities.acquire(claim))).get();
            return held.get();
        } catch (ActivityFailure | CanceledFailure e) {
            if (!stopping.isStopped()) {
                throw e;
            }
            return activities.acquire(
                    new GroupActivities.Claim(claim.target(), claim.group(), "fail", claim.rollout(), claim.run()));
        }
    }

    void release() {
        if (!isOutside()) {
            Workflow.newDetachedCancellationScope(() -> activities.release(claim))
                    .run();
        }
    }

    /** A child rollout runs inside its parent's group; one that only looks is in nobody's way. */
    private boolean isOutside() {
        return run.prepared().looks().isPresent()
                || Workflow.getInfo().getParentWorkflowId().isPresent();
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
