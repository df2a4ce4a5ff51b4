package io.slipway.bench.temporal;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;

/**
 * What the server kept of workflows.
 *
 * @param service the server
 */
record Histories(WorkflowServiceStubs service) {
    /** How many activities a workflow had scheduled; its history must fit into one page. */
    int activities(String workflow) {
        return (int) service
                .blockingStub()
                .getWorkflowExecutionHistory(GetWorkflowExecutionHistoryRequest.newBuilder()
                        .setNamespace("default")
                        .setExecution(WorkflowExecution.newBuilder().setWorkflowId(workflow))
                        .build())
                .getHistory()
                .getEventsList()
                .stream()
                .filter(event -> event.getEventType() == EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED)
                .count();
    }
}
