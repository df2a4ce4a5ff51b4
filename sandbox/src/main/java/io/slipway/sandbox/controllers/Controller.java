package io.slipway.sandbox.controllers;

import io.slipway.sandbox.store.StoreEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Moves the objects of one kind towards what their specs say. */
public interface Controller {
    /** A short name for threads and logs. */
    String name();

    /** The keys to look at because of a change; the change may be to another kind. */
    List<Key> affected(StoreEvent event);

    /**
     * Looks at an object and does what is needed now. It may be gone.
     *
     * @return simulated time after which to look again though nothing changed
     */
    Optional<Duration> reconcile(Key key);
}
