package io.slipway.bench.bed;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** A namespace of its own for one measurement; what is left in it is gone when it is closed. */
public final class Namespace implements AutoCloseable {
    private static final AtomicInteger MADE = new AtomicInteger();

    private final Program kubectl;
    private final String name;

    private Namespace(Program kubectl, String name) {
        this.kubectl = kubectl;
        this.name = name;
    }

    /** A new one. */
    public static Namespace make(Lab lab) throws IOException, InterruptedException {
        return make(lab, "slipway-bench-" + ProcessHandle.current().pid() + "-" + MADE.incrementAndGet());
    }

    /** A new one of that name. */
    public static Namespace make(Lab lab, String name) throws IOException, InterruptedException {
        Program kubectl = Program.of(lab, "kubectl");
        kubectl.seconds("create", "namespace", name);
        return new Namespace(kubectl, name);
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Deletes it and waits until it is gone, so that its end is not in the next measurement. */
    @Override
    public void close() throws IOException {
        try {
            kubectl.seconds("delete", "namespace", name, "--wait", "--timeout=15m");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
