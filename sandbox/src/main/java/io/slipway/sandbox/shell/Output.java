package io.slipway.sandbox.shell;

/** Where a command writes. */
@FunctionalInterface
public interface Output {
    /** Throws the text away, as {@code /dev/null} does. */
    Output NOWHERE = text -> {};

    void write(String text);

    /** Writes a line with its end. */
    default void line(String text) {
        write(text + "\n");
    }
}
