package io.slipway.worker.engine;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.workflows.contract.Revalidation;
import io.slipway.workflows.contract.Rollout;
import io.slipway.workflows.contract.SearchAttributes;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Lists the rollouts of a Temporal server, the latest first. */
final class RolloutListing {
    private static final List<String> TYPES = List.of(Rollout.TYPE, Revalidation.TYPE);
    private static final Set<String> OPEN = Set.of(RolloutStatus.RUNNING.word(), RolloutStatus.PAUSED.word());

    private final WorkflowClient client;

    RolloutListing(WorkflowClient client) {
        this.client = client;
    }

    List<RolloutEntry> latest(int limit) {
        try {
            Stream<RolloutEntry> found = client.listExecutions("WorkflowType IN ('" + String.join("', '", TYPES) + "')")
                    .map(RolloutListing::entry);
            return newestFirst(lastRuns(found).limit(limit)).toList();
        } catch (StatusRuntimeException | WorkflowServiceException e) {
            if (Status.fromThrowable(e).getCode() == Status.Code.UNIMPLEMENTED) {
                return lastRuns(newestFirst(withoutQueries().map(RolloutListing::entry)))
                        .limit(limit)
                        .toList();
            }
            throw e;
        }
    }

    private static Stream<RolloutEntry> newestFirst(Stream<RolloutEntry> found) {
        return found.sorted(Comparator.comparing(RolloutEntry::started).reversed());
    }

    /** A rollout that went on has a run for each time, of which the server tells the latest first. */
    static Stream<RolloutEntry> lastRuns(Stream<RolloutEntry> latestFirst) {
        Set<String> seen = new HashSet<>();
        return latestFirst.filter(entry -> seen.add(entry.rollout()));
    }

    /** The server of the sandbox knows no queries over workflows. */
    private Stream<WorkflowExecutionMetadata> withoutQueries() {
        WorkflowServiceBlockingStub service = client.getWorkflowServiceStubs().blockingStub();
        String namespace = client.getOptions().getNamespace();
        List<WorkflowExecutionInfo> open = service.listOpenWorkflowExecutions(
                        ListOpenWorkflowExecutionsRequest.newBuilder()
                                .setNamespace(namespace)
                                .build())
                .getExecutionsList();
        List<WorkflowExecutionInfo> closed = service.listClosedWorkflowExecutions(
                        ListClosedWorkflowExecutionsRequest.newBuilder()
                                .setNamespace(namespace)
                                .build())
                .getExecutionsList();
        return Stream.concat(open.stream(), closed.stream())
                .filter(info -> TYPES.contains(info.getType().getName()))
                .map(info ->
                        new WorkflowExecutionMetadata(info, client.getOptions().getDataConverter()));
    }

    private static RolloutEntry entry(WorkflowExecutionMetadata found) {
        return new RolloutEntry(
                found.getExecution().getWorkflowId(),
                status(attribute(found, SearchAttributes.STATUS), found.getStatus()),
                attribute(found, SearchAttributes.PIPELINE).orElse(""),
                attribute(found, SearchAttributes.TARGET).orElse(""),
                found.getStartTime() == null ? Instant.EPOCH : found.getStartTime(),
                Optional.ofNullable(found.getCloseTime()));
    }

    private static Optional<String> attribute(WorkflowExecutionMetadata found, SearchAttributeKey<String> key) {
        return Optional.ofNullable(found.getTypedSearchAttributes().get(key));
    }

    /** What a rollout said of itself last, unless somebody has ended it with the server's own tools since then. */
    static String status(Optional<String> said, WorkflowExecutionStatus status) {
        boolean runs = status == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
        return said.filter(word -> runs || !OPEN.contains(word)).orElseGet(() -> word(status));
    }

    private static String word(WorkflowExecutionStatus status) {
        return switch (status) {
            case WORKFLOW_EXECUTION_STATUS_COMPLETED -> "succeeded";
            case WORKFLOW_EXECUTION_STATUS_CANCELED, WORKFLOW_EXECUTION_STATUS_TERMINATED -> "aborted";
            default -> status.name().replace("WORKFLOW_EXECUTION_STATUS_", "").toLowerCase(Locale.ROOT);
        };
    }
}
