package io.slipway.sandbox.workloads;

import io.slipway.sandbox.shell.Output;
import java.util.function.Consumer;

/** Cuts what is written into lines for a log. */
public final class LineBuffer implements Output {
    private final Consumer<String> lines;
    private final StringBuilder pending = new StringBuilder();

    public LineBuffer(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void write(String text) {
        pending.append(text);
        int end = pending.indexOf("\n");
        while (end >= 0) {
            lines.accept(pending.substring(0, end));
            pending.delete(0, end + 1);
            end = pending.indexOf("\n");
        }
    }

    /** Hands over an unfinished last line. */
    public void flush() {
        if (!pending.isEmpty()) {
            lines.accept(pending.toString());
            pending.setLength(0);
        }
    }
}
