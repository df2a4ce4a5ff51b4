package io.slipway.worker.groups;

import io.slipway.activities.cluster.lease.HolderName;
import io.slipway.activities.cluster.lease.Standing;
import io.slipway.activities.cluster.lease.Trail;
import io.slipway.activities.rollout.GroupServer;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
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

    /** A holder is named by the first of its runs, which the server may have forgotten long before the last one is over. */
    private Standing asked(HolderName holder) {
        try {
            WorkflowExecutionInfo latest = run(holder.rollout(), "");
            return isOf(latest, holder) ? standing(latest.getStatus()) : Standing.OVER;
        } catch (WorkflowNotFoundException e) {
            return Standing.OVER;
        }
    }

    /** Whether a run goes on with what the holder began. One that was resumed since then holds under a name of its own. */
    private boolean isOf(WorkflowExecutionInfo latest, HolderName holder) {
        String first = latest.getFirstRunId(); // servers older than 1.25 do not tell
        return first.isEmpty()
                ? standing(run(holder.rollout(), holder.run()).getStatus()) == Standing.RUNNING
                : first.equals(holder.run());
    }

    private WorkflowExecutionInfo run(String rollout, String run) {
        return client.newUntypedWorkflowStub(WorkflowTargetOptions.newBuilder()
                        .setWorkflowExecution(WorkflowExecution.newBuilder()
                                .setWorkflowId(rollout)
                                .setRunId(run)
                                .build())
                        .build())
                .describe()
                .getRawDescription()
                .getWorkflowExecutionInfo();
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
