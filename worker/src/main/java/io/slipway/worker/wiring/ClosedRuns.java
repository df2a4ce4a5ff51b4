package io.slipway.worker.wiring;

import io.slipway.activities.rollout.LeaseGroupLocks;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowTargetOptions;
import java.util.function.Predicate;

/** Whether a run is over, as Temporal knows it; a run it has never heard of belongs to a server that is gone. */
final class ClosedRuns implements Predicate<LeaseGroupLocks.Running> {
    private final WorkflowClient client;

    ClosedRuns(WorkflowClient client) {
        this.client = client;
    }

    @Override
    public boolean test(LeaseGroupLocks.Running running) {
        try {
            WorkflowExecutionStatus status = client.newUntypedWorkflowStub(WorkflowTargetOptions.newBuilder()
                            .setWorkflowExecution(WorkflowExecution.newBuilder()
                                    .setWorkflowId(running.rollout())
                                    .setRunId(running.run())
                                    .build())
                            .build())
                    .describe()
                    .getStatus();
            return status != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING
                    && status != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW;
        } catch (WorkflowNotFoundException e) {
            return true;
        }
    }
}
