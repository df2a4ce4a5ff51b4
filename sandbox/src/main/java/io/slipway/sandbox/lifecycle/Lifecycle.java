package io.slipway.sandbox.lifecycle;

import io.slipway.sandbox.store.KindRegistry;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.Subscription;
import java.time.InstantSource;
import java.util.List;

/** Starts and stops what belongs to every cluster. */
public final class Lifecycle implements AutoCloseable {

    private final List<Subscription> subscriptions;

    private Lifecycle(List<Subscription> subscriptions) {
        this.subscriptions = subscriptions;
    }

    /**
     * Creates the first objects and begins to look after all.
     *
     * @param store the objects
     * @param kinds the kinds, to which those of CustomResourceDefinitions are added
     * @return stops when closed
     */
    public static Lifecycle start(ObjectStore store, KindRegistry kinds) {
        CustomKinds customKinds = new CustomKinds(store, kinds);
        customKinds.registerPresent();
        Bootstrap.create(store);
        return new Lifecycle(List.of(
                store.subscribeWithPresent(customKinds::on),
                store.subscribeWithPresent(new GarbageCollector(store, kinds)::on),
                store.subscribeWithPresent(new Namespaces(store, kinds)::on),
                store.subscribeWithPresent(new QuotaStatus(store)::on),
                store.subscribeWithPresent(new EventExpiry(store, InstantSource.system())::on)));
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
    }
}
