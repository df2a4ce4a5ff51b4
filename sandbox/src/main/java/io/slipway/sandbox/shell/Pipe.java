package io.slipway.sandbox.shell;

import java.io.BufferedReader;
import java.io.Reader;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Connects two parts of a pipeline that run side by side. */
final class Pipe extends Reader implements Output {
    private static final int BROKEN_PIPE = 141;
    private static final String END = new String("end");

    private static final int ROOM = 1000;
    private static final long LOOK_MILLIS = 20;

    private final BlockingQueue<String> chunks = new LinkedBlockingQueue<>(ROOM);
    private String current = "";
    private int at;
    private volatile boolean ended;

    BufferedReader reader() {
        return new BufferedReader(this);
    }

    /** Waits while there is no room; who writes what nobody reads any more is ended, as by {@code SIGPIPE}. */
    @Override
    public void write(String text) {
        if (!text.isEmpty() && !offered(text)) {
            throw new ExitSignal(BROKEN_PIPE);
        }
    }

    /** Nothing more will be written. */
    void end() {
        offered(END);
    }

    private boolean offered(String chunk) {
        try {
            while (!ended) {
                if (chunks.offer(chunk, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return false;
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
