package io.slipway.sandbox.shell;

/** {@code exit N} on its way out of the script. */
final class ExitSignal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int code;

    ExitSignal(int code) {
        super("exit " + code, null, false, false);
        this.code = code;
    }

    int code() {
        return code;
    }
}
