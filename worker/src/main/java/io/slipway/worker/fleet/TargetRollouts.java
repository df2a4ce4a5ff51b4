package io.slipway.worker.fleet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.store.JournalStore;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.json.Json;
import io.slipway.workflows.contract.FleetActivities.TargetCall;
import io.slipway.workflows.contract.FleetActivities.TargetEnd;
import io.slipway.workflows.contract.Revalidation;
import io.slipway.workflows.contract.Rollout;
import io.slipway.workflows.contract.RolloutOutcome;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowTargetOptions;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The rollouts of a fleet's targets: workflows of their own, each under an id that the fleet gives it, so that a turn
 * which is taken up again finds what it had begun. They hold the concurrency groups of their targets like any other.
 */
public final class TargetRollouts {
    private static final long BEAT_SECONDS = 5;

    private final WorkflowClient client;
    private final String taskQueue;
    private final JournalStore journals;
    private final Consumer<String> release;

    /**
     * Rollouts on a server.
     *
     * @param release told of a target that is not needed for now
     */
    public TargetRollouts(WorkflowClient client, String taskQueue, JournalStore journals, Consumer<String> release) {
        this.client = client;
        this.taskQueue = taskQueue;
        this.journals = journals;
        this.release = release;
    }

    /** Starts the rollout of a target, or takes it up where it is, and waits for its end. */
    public TargetEnd rollOut(TargetCall call) {
        Journal before = journals.journal(call.rollout());
        ObjectNode input = Json.mapper().createObjectNode().put("by", call.by());
        if (before.runs() > 0) {
            input.put("resume", true);
        } else {
            input.put("pipeline", call.pipeline()).put("target", call.target()).put("onFailure", call.onFailure());
            input.set("params", Json.tree(call.params()));
            if (!call.profile().isEmpty()) {
                input.put("profile", call.profile());
            }
        }
        boolean done = before.status() == RolloutStatus.SUCCEEDED && !isOpen(call.rollout());
        return done ? new TargetEnd(true, "", "") : follow(Rollout.TYPE, call.rollout(), input, call.target());
    }

    /** Looks again at what the rollout left. */
    public TargetEnd look(TargetCall call) {
        ObjectNode input = Json.mapper()
                .createObjectNode()
                .put("pipeline", call.pipeline())
                .put("target", call.target())
                .put("by", call.by());
        input.putObject("revalidate").put("head", false).put("of", call.rollout());
        return follow(Revalidation.TYPE, call.look(), input, call.target());
    }

    private TargetEnd follow(String type, String id, ObjectNode input, String target) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        Optional<String> begun = context.getHeartbeatDetails(String.class);
        WorkflowStub stub = begun.map(run -> run(id, run)).orElseGet(() -> begin(type, id, input));
        String run = begun.orElseGet(() -> stub.describe().getExecution().getRunId());
        TargetEnd end = await(stub.getResultAsync(RolloutOutcome.class), context, run, id);
        release.accept(target);
        return end;
    }

    private WorkflowStub run(String id, String run) {
        return client.newUntypedWorkflowStub(WorkflowTargetOptions.newBuilder()
                .setWorkflowExecution(WorkflowExecution.newBuilder()
                        .setWorkflowId(id)
                        .setRunId(run)
                        .build())
                .build());
    }

    private WorkflowStub begin(String type, String id, ObjectNode input) {
        WorkflowStub stub = client.newUntypedWorkflowStub(
                type,
                WorkflowOptions.newBuilder()
                        .setWorkflowId(id)
                        .setTaskQueue(taskQueue)
                        .setStaticSummary("slipway " + id)
                        .build());
        try {
            stub.start(input);
            return stub;
        } catch (WorkflowExecutionAlreadyStarted running) {
            return client.newUntypedWorkflowStub(id); // a turn before this one has begun it
        }
    }

    private boolean isOpen(String id) {
        try {
            return client.newUntypedWorkflowStub(id).describe().getStatus()
                    == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
        } catch (WorkflowNotFoundException e) {
            return false;
        }
    }

    /** Heartbeats the run that it follows. A cancelled turn ends here and leaves the rollout alone. */
    private TargetEnd await(
            CompletableFuture<RolloutOutcome> result, ActivityExecutionContext context, String run, String id) {
        while (true) {
            context.heartbeat(run);
            try {
                result.get(BEAT_SECONDS, TimeUnit.SECONDS);
                return new TargetEnd(true, "", "");
            } catch (TimeoutException e) {
                // it goes on
            } catch (ExecutionException e) {
                if (e.getCause() instanceof WorkflowServiceException lost) {
                    throw lost;
                }
                return TargetCause.of(journals.journal(id), e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw ApplicationFailure.newFailureWithCause("the worker is stopping", "WorkerStopping", e);
            }
        }
    }

    /** Asks rollouts to stop. */
    public void cancel(List<String> ids, String reason) {
        for (String id : ids) {
            try {
                client.newUntypedWorkflowStub(id).cancel(reason);
            } catch (WorkflowNotFoundException over) {
                // there is nothing to stop
            }
        }
    }
}
