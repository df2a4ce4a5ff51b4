package io.slipway.sandbox.shell;

/** {@code break} on its way out of the innermost loop. */
final class BreakSignal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BreakSignal() {
        super("break", null, false, false);
    }
}
