package io.slipway.sandbox.temporal;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.temporal.api.workflowservice.v1.GetClusterInfoResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;

/**
 * Answers {@code GetClusterInfo}, which Temporal's test server does not know.
 *
 * @param id of the cluster
 */
record ClusterId(String id) implements ServerInterceptor {
    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        return call.getMethodDescriptor()
                        .getFullMethodName()
                        .equals(WorkflowServiceGrpc.getGetClusterInfoMethod().getFullMethodName())
                ? new Answer<>(call, id)
                : next.startCall(call, headers);
    }

    /** Answers when the request is there. */
    private static final class Answer<Q, R> extends ServerCall.Listener<Q> {
        private final ServerCall<Q, R> call;
        private final String id;

        Answer(ServerCall<Q, R> call, String id) {
            this.call = call;
            this.id = id;
            call.request(1);
        }

        @Override
        @SuppressWarnings("unchecked") // the method that was asked for says what R is
        public void onHalfClose() {
            call.sendHeaders(new Metadata());
            call.sendMessage((R) GetClusterInfoResponse.newBuilder()
                    .setClusterId(id)
                    .setClusterName("sandbox")
                    .build());
            call.close(Status.OK, new Metadata());
        }
    }
}
