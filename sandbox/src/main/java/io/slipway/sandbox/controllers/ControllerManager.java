package io.slipway.sandbox.controllers;

import io.slipway.sandbox.SandboxClock;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StoreEvent;
import io.slipway.sandbox.store.Subscription;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** Runs controllers on the changes of a store. */
public final class ControllerManager implements AutoCloseable {
    private final ObjectStore store;
    private final List<ControllerLoop> loops;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("controller-timer").factory());
    private Subscription subscription;

    public ControllerManager(ObjectStore store, SandboxClock clock, List<Controller> controllers) {
        this.store = store;
        this.loops = controllers.stream()
                .map(controller -> new ControllerLoop(controller, clock, timer))
                .toList();
    }

    /** Starts with every object there is. */
    public void start() {
        loops.forEach(ControllerLoop::start);
        subscription = store.subscribeWithPresent(this::changed);
    }

    /** Looks at every object again, as after a change. */
    public void lookAgain() {
        Subscription before = subscription;
        subscription = store.subscribeWithPresent(this::changed);
        before.close(); // only now, so that no change falls between the two
    }

    private void changed(StoreEvent event) {
        for (ControllerLoop loop : loops) {
            loop.controller().affected(event).forEach(loop::add);
        }
    }

    @Override
    public void close() {
        if (subscription != null) {
            subscription.close();
        }
        loops.forEach(ControllerLoop::close);
        timer.shutdownNow();
    }
}
