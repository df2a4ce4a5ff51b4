package io.slipway.sandbox.store;

import java.io.Serial;

/** A request was refused: carries what the API answers with, a {@code Status}. */
public final class StatusException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Status status;

    /**
     * Refuses with a status.
     *
     * @param status code, reason, message and details
     */
    public StatusException(Status status) {
        super(status.message());
        this.status = status;
    }

    /**
     * What to answer.
     *
     * @return the status
     */
    public Status status() {
        return status;
    }

    /**
     * Whether it was refused for a reason.
     *
     * @param reason such as {@code NotFound} or {@code AlreadyExists}
     * @return true when the reason is this one
     */
    public boolean is(String reason) {
        return status.reason().equals(reason);
    }
}
