package io.slipway.activities.cluster.readiness.pack;

/** A rule pack that cannot be read; the message names the file and the kind. */
public final class PackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PackException(String message) {
        super(message);
    }

    PackException(String message, Throwable cause) {
        super(message, cause);
    }
}
