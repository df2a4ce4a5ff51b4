package io.slipway.sandbox.kubelet;

import java.util.HashSet;
import java.util.Set;

/** The commands that people run in a container beside its process: they end with it. */
final class Commands {
    private final Set<Thread> running = new HashSet<>();
    private boolean over;

    synchronized void began(Thread command) {
        running.add(command);
        if (over) {
            command.interrupt();
        }
    }

    synchronized void ended(Thread command) {
        running.remove(command);
    }

    synchronized void end() {
        over = true;
        running.forEach(Thread::interrupt);
    }
}
