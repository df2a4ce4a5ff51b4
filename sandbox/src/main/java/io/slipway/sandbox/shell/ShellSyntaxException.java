package io.slipway.sandbox.shell;

/** A script the shell cannot read. */
public final class ShellSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public ShellSyntaxException(String message) {
        super(message);
    }
}
