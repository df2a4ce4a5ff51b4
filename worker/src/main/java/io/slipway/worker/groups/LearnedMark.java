package io.slipway.worker.groups;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.slipway.activities.cluster.lease.Standing;
import io.slipway.activities.cluster.lease.Trail;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.GetClusterInfoRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.UUID;

/**
 * A server as it names itself: by the id of its cluster, which it makes once and keeps in its database. A server whose
 * accounts may not ask for that is named by the id of the namespace. One that tells neither gets a name for the life of
 * this engine: nothing of it is then ever taken over.
 *
 * @param name {@code temporal/ID/NAMESPACE}
 * @param address where it answers; empty when it is inside this process
 * @param namespace its namespace
 */
public record LearnedMark(String name, String address, String namespace) implements ServerMark {
    /** Asks the server. */
    public static LearnedMark of(WorkflowServiceStubs stubs, String namespace) {
        boolean inside = stubs.getOptions().getChannel() != null;
        String address = inside ? "" : stubs.getOptions().getTarget();
        return new LearnedMark("temporal/" + id(stubs, namespace) + "/" + namespace, address, namespace);
    }

    private static String id(WorkflowServiceStubs stubs, String namespace) {
        String cluster = asked(() -> stubs.blockingStub()
                .getClusterInfo(GetClusterInfoRequest.getDefaultInstance())
                .getClusterId());
        String id = cluster.isEmpty() ? asked(() -> namespaceId(stubs, namespace)) : cluster;
        return id.isEmpty() ? "unnamed-" + UUID.randomUUID() : id;
    }

    /** The server for tests derives this id from the name, so that all its namespaces of one name are alike. */
    private static String namespaceId(WorkflowServiceStubs stubs, String namespace) {
        boolean forTests = stubs.blockingStub()
                .getSystemInfo(GetSystemInfoRequest.getDefaultInstance())
                .getServerVersion()
                .isEmpty();
        return forTests
                ? ""
                : stubs.blockingStub()
                        .describeNamespace(DescribeNamespaceRequest.newBuilder()
                                .setNamespace(namespace)
                                .build())
                        .getNamespaceInfo()
                        .getId();
    }

    private interface Question {
        String ask();
    }

    private static String asked(Question question) {
        try {
            return question.ask();
        } catch (StatusRuntimeException e) {
            Status.Code code = e.getStatus().getCode();
            if (code == Status.Code.UNIMPLEMENTED || code == Status.Code.PERMISSION_DENIED) {
                return "";
            }
            throw e;
        }
    }

    @Override
    public Trail trail(String rollout) {
        return address.isEmpty()
                ? new Trail("process " + ProcessHandle.current().pid(), "slipway watch " + rollout)
                : new Trail(
                        "the Temporal server at " + address + ", namespace " + namespace,
                        "slipway watch " + rollout + " --temporal-address " + address + " --namespace " + namespace);
    }

    @Override
    public Standing standing(String otherServer) {
        return Standing.FOREIGN;
    }
}
