package io.slipway.worker.groups;

import io.slipway.activities.cluster.lease.HolderName;
import io.slipway.activities.cluster.lease.Standing;
import io.slipway.activities.cluster.lease.Trail;
import io.slipway.activities.rollout.GroupServer;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowTargetOptions;

/** Asks this engine's server about its own runs; one that it has never heard of is over. */
public final class AskedServer implements GroupServer {
    private final WorkflowClient client;
    private final ServerMark mark;

    /** The server behind the client, which that mark names. */
    public AskedServer(WorkflowClient client, ServerMark mark) {
        this.client = client;
        this.mark = mark;
    }

    @Override
    public String name() {
        return mark.name();
    }

    @Override
    public Trail trail(String rollout) {
        return mark.trail(rollout);
    }

    @Override
    public Standing standing(HolderName holder) {
        return holder.server().equals(mark.name()) ? asked(holder) : mark.standing(holder.server());
    }

    /** A holder is named by its first run; one that has continued as new is judged by the latest. */
    private Standing asked(HolderName holder) {
        try {
            WorkflowExecutionStatus first = status(holder.rollout(), holder.run());
            return standing(
                    first == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW
                            ? status(holder.rollout(), "")
                            : first);
        } catch (WorkflowNotFoundException e) {
            return Standing.OVER;
        }
    }

    private WorkflowExecutionStatus status(String rollout, String run) {
        return client.newUntypedWorkflowStub(WorkflowTargetOptions.newBuilder()
                        .setWorkflowExecution(WorkflowExecution.newBuilder()
                                .setWorkflowId(rollout)
                                .setRunId(run)
                                .build())
                        .build())
                .describe()
                .getStatus();
    }

    private static Standing standing(WorkflowExecutionStatus status) {
        return switch (status) {
            case WORKFLOW_EXECUTION_STATUS_RUNNING,
                    WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW,
                    WORKFLOW_EXECUTION_STATUS_PAUSED,
                    WORKFLOW_EXECUTION_STATUS_UNSPECIFIED,
                    UNRECOGNIZED -> Standing.RUNNING;
            case WORKFLOW_EXECUTION_STATUS_COMPLETED,
                    WORKFLOW_EXECUTION_STATUS_FAILED,
                    WORKFLOW_EXECUTION_STATUS_CANCELED,
                    WORKFLOW_EXECUTION_STATUS_TERMINATED,
                    WORKFLOW_EXECUTION_STATUS_TIMED_OUT -> Standing.OVER;
        };
    }
}
