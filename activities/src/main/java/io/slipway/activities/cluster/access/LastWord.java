package io.slipway.activities.cluster.access;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.dsl.ExecListener;

/** Why a command has no exit code, in the words of the node: the client's own answer leaves them out. */
final class LastWord implements ExecListener {
    private volatile String message = "";

    @Override
    public void onExit(int code, Status status) {
        if (code < 0 && status != null && status.getMessage() != null) {
            message = status.getMessage();
        }
    }

    @Override
    public void onClose(int code, String reason) {
        // Whether the command has ended is told by its exit code.
    }

    /** Empty when nothing was said. */
    String message() {
        return message;
    }
}
