package io.slipway.sandbox.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A command to run in a container.
 *
 * @param command the command and its arguments
 * @param stdin what the client sends; empty when it sends nothing
 * @param stdout where output goes
 * @param stderr where errors go; the same as {@code stdout} with a terminal
 * @param tty whether the client asked for a terminal
 */
public record ExecCall(List<String> command, InputStream stdin, OutputStream stdout, OutputStream stderr, boolean tty) {

    /** Keeps the command unmodifiable. */
    public ExecCall {
        command = List.copyOf(command);
    }

    /**
     * Writes text to the standard output.
     *
     * @param text the text, with its line breaks
     * @throws UncheckedIOException when the client went away
     */
    public void print(String text) {
        write(stdout, text);
    }

    /**
     * Writes text to the standard error.
     *
     * @param text the text, with its line breaks
     * @throws UncheckedIOException when the client went away
     */
    public void printError(String text) {
        write(stderr, text);
    }

    private static void write(OutputStream into, String text) {
        try {
            into.write(text.getBytes(StandardCharsets.UTF_8));
            into.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException("the client of this command went away", gone);
        }
    }
}
