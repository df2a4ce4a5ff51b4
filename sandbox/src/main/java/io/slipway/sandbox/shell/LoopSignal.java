package io.slipway.sandbox.shell;

/** {@code break} or {@code continue} on its way to the innermost loop. */
final class LoopSignal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean goesOn;

    LoopSignal(boolean goesOn) {
        super(goesOn ? "continue" : "break", null, false, false);
        this.goesOn = goesOn;
    }

    boolean goesOn() {
        return goesOn;
    }
}
