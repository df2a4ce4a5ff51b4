package io.slipway.worker.engine;

/** The Temporal server no longer answers. The rollout is not lost: it goes on when the server does. */
public final class ServerLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServerLost(String message, Throwable cause) {
        super(message, cause);
    }
}
