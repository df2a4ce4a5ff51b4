package io.slipway.worker.engine;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.slipway.workflows.contract.Rollout;
import io.slipway.workflows.contract.SearchAttributes;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.filter.v1.WorkflowTypeFilter;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.ListClosedWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListOpenWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.client.WorkflowServiceException;
import io.temporal.common.SearchAttributeKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists the rollouts of a Temporal server, the latest first. */
final class RolloutListing {
    private final WorkflowClient client;

    RolloutListing(WorkflowClient client) {
        this.client = client;
    }

    List<RolloutEntry> latest(int limit) {
        try {
            return newestFirst(
                    client.listExecutions("WorkflowType = '" + Rollout.TYPE + "'")
                            .limit(limit),
                    limit);
        } catch (StatusRuntimeException | WorkflowServiceException e) {
            if (Status.fromThrowable(e).getCode() == Status.Code.UNIMPLEMENTED) {
                return newestFirst(withoutQueries(), limit);
            }
            throw e;
        }
    }

    private static List<RolloutEntry> newestFirst(Stream<WorkflowExecutionMetadata> found, int limit) {
        return found.map(RolloutListing::entry)
                .sorted(Comparator.comparing(RolloutEntry::started).reversed())
                .limit(limit)
                .toList();
    }

    /** The server of the sandbox knows no queries over workflows. */
    private Stream<WorkflowExecutionMetadata> withoutQueries() {
        WorkflowServiceBlockingStub service = client.getWorkflowServiceStubs().blockingStub();
        String namespace = client.getOptions().getNamespace();
        WorkflowTypeFilter type =
                WorkflowTypeFilter.newBuilder().setName(Rollout.TYPE).build();
        List<WorkflowExecutionInfo> open = service.listOpenWorkflowExecutions(
                        ListOpenWorkflowExecutionsRequest.newBuilder()
                                .setNamespace(namespace)
                                .setTypeFilter(type)
                                .build())
                .getExecutionsList();
        List<WorkflowExecutionInfo> closed = service.listClosedWorkflowExecutions(
                        ListClosedWorkflowExecutionsRequest.newBuilder()
                                .setNamespace(namespace)
                                .setTypeFilter(type)
                                .build())
                .getExecutionsList();
        return Stream.concat(open.stream(), closed.stream())
                .filter(info -> info.getType().getName().equals(Rollout.TYPE))
                .map(info ->
                        new WorkflowExecutionMetadata(info, client.getOptions().getDataConverter()));
    }

    private static RolloutEntry entry(WorkflowExecutionMetadata found) {
        return new RolloutEntry(
                found.getExecution().getWorkflowId(),
                attribute(found, SearchAttributes.STATUS).orElseGet(() -> word(found.getStatus())),
                attribute(found, SearchAttributes.PIPELINE).orElse(""),
                attribute(found, SearchAttributes.TARGET).orElse(""),
                found.getStartTime() == null ? Instant.EPOCH : found.getStartTime(),
                Optional.ofNullable(found.getCloseTime()));
    }

    private static Optional<String> attribute(WorkflowExecutionMetadata found, SearchAttributeKey<String> key) {
        return Optional.ofNullable(found.getTypedSearchAttributes().get(key));
    }

    private static String word(WorkflowExecutionStatus status) {
        return switch (status) {
            case WORKFLOW_EXECUTION_STATUS_COMPLETED -> "succeeded";
            case WORKFLOW_EXECUTION_STATUS_CANCELED, WORKFLOW_EXECUTION_STATUS_TERMINATED -> "aborted";
            default -> status.name().replace("WORKFLOW_EXECUTION_STATUS_", "").toLowerCase(Locale.ROOT);
        };
    }
}
