package io.slipway.activities.cluster.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.function.Consumer;

/** Keeps the first part of an output and passes on each line. What is too much is counted, not kept. */
final class CappedOutput extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final int most;
    private final Consumer<String> onLine;
    private long dropped;

    CappedOutput(int most, Consumer<String> onLine) {
        this.most = most;
        this.onLine = onLine;
    }

    @Override
    public synchronized void write(int b) {
        if (kept.size() < most) {
            kept.write(b);
        } else {
            dropped++;
        }
        if (b == '\n') {
            endLine();
        } else if (line.size() < most) {
            line.write(b);
        }
    }

    @Override
    public synchronized void close() {
        if (line.size() > 0) {
            endLine();
        }
    }

    private void endLine() {
        String text = line.toString(UTF_8);
        line.reset();
        onLine.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }

    synchronized String text() {
        String text = kept.toString(UTF_8);
        return dropped == 0 ? text : text + "\n… " + dropped + " more bytes were not kept";
    }

    synchronized boolean capped() {
        return dropped > 0;
    }
}
