package io.slipway.sandbox.faults;

/** A fault script that cannot be read; the message names the text, what is wrong and what to write instead. */
public final class FaultSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public FaultSyntaxException(String message) {
        super(message);
    }
}
