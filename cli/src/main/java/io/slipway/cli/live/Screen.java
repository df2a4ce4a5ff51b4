package io.slipway.cli.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;

/** The terminal: its size, and the keys that are pressed. */
final class Screen implements AutoCloseable {
    private static final int WIDTH = 100;
    private static final int HEIGHT = 30;

    private final Terminal terminal;
    private final Attributes before;
    private final NonBlockingReader keys;

    private Screen(Terminal terminal) {
        this.terminal = terminal;
        // line editing and echo off, so that a key counts at once; Ctrl-C stays a signal
        this.before = terminal.enterRawMode();
        this.keys = terminal.reader();
    }

    static Screen open() {
        try {
            return new Screen(TerminalBuilder.builder()
                    .system(true)
                    .systemOutput(TerminalBuilder.SystemOutput.SysErr)
                    .dumb(true)
                    .nativeSignals(false)
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the terminal", e);
        }
    }

    int width() {
        Size size = terminal.getSize();
        return size.getColumns() > 0 ? size.getColumns() : WIDTH;
    }

    int height() {
        Size size = terminal.getSize();
        return size.getRows() > 0 ? size.getRows() : HEIGHT;
    }

    /** The key pressed since the last call, or a negative number. */
    int key() {
        try {
            return keys.read(1L);
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    public void close() {
        try {
            terminal.setAttributes(before);
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot restore the terminal", e);
        }
    }
}
