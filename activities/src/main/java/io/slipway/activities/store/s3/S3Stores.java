package io.slipway.activities.store.s3;

import io.slipway.activities.store.FleetStore;
import io.slipway.activities.store.JournalStore;
import io.slipway.activities.store.Stores;
import io.slipway.model.fleet.FleetEvent;
import io.slipway.model.journal.JournalEvent;

/** Stores in a bucket. */
public final class S3Stores {
    private S3Stores() {}

    /** Stores at that place. Nothing is asked of it yet. */
    public static Stores at(S3Location location) {
        S3Bucket bucket = new S3Bucket(location);
        return new Stores(
                new JournalStore(new S3Logs<>(bucket, Stores.ROLLOUTS, JournalEvent.class)),
                new FleetStore(new S3Logs<>(bucket, Stores.FLEETS, FleetEvent.class)),
                new S3BlobStore(bucket));
    }
}
