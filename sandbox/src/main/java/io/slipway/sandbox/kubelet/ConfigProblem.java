package io.slipway.sandbox.kubelet;

/** A container cannot be made from its spec: what the kubelet calls CreateContainerConfigError, or another reason. */
final class ConfigProblem extends Exception {
    private static final long serialVersionUID = 1L;

    static final String REASON = "CreateContainerConfigError";

    private final String reason;

    ConfigProblem(String message) {
        this(REASON, message);
    }

    ConfigProblem(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** The reason that the container waits with. */
    String reason() {
        return reason;
    }
}
