package io.slipway.sandbox.kubelet;

/** A container cannot be made from its spec: what the kubelet calls CreateContainerConfigError. */
final class ConfigProblem extends Exception {
    private static final long serialVersionUID = 1L;

    ConfigProblem(String message) {
        super(message);
    }
}
