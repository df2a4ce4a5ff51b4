package io.slipway.sandbox.kubelet;

/** How a process ended. */
record Exit(int code, String reason, String message) {
    static final Exit OUT_OF_MEMORY = new Exit(137, "OOMKilled", "");

    static Exit of(int code) {
        return new Exit(code, code == 0 ? "Completed" : "Error", "");
    }
}
