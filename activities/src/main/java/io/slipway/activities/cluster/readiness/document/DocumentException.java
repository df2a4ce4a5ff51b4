package io.slipway.activities.cluster.readiness.document;

/** A text that holds no Kubernetes objects; the message has file, line, column and the cause, fit to be shown. */
public final class DocumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DocumentException(String message) {
        super(message);
    }
}
