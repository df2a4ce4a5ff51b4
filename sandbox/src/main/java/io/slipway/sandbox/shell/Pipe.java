package io.slipway.sandbox.shell;

import java.io.BufferedReader;
import java.io.Reader;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Connects two parts of a pipeline that run side by side. */
final class Pipe extends Reader implements Output {
    private static final String END = new String("end");

    private final BlockingQueue<String> chunks = new LinkedBlockingQueue<>();
    private String current = "";
    private int at;
    private boolean ended;

    BufferedReader reader() {
        return new BufferedReader(this);
    }

    @Override
    public void write(String text) {
        if (!text.isEmpty()) {
            chunks.add(text);
        }
    }

    /** Nothing more will be written. */
    void end() {
        chunks.add(END);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the end mark is told from equal text by its identity
    public int read(char[] buffer, int offset, int length) {
        while (at >= current.length() && !ended) {
            try {
                String next = chunks.take();
                ended = next == END;
                current = ended ? "" : next;
                at = 0;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                ended = true;
            }
        }
        if (at >= current.length()) {
            return -1;
        }
        int count = Math.min(length, current.length() - at);
        current.getChars(at, at + count, buffer, offset);
        at += count;
        return count;
    }

    @Override
    public boolean ready() {
        return at < current.length() || !chunks.isEmpty();
    }

    @Override
    public void close() {
        ended = true;
    }
}
