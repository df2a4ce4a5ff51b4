package io.slipway.activities.store.s3;

import io.slipway.activities.store.Stores;

/** Stores in a bucket. */
public final class S3Stores {
    private S3Stores() {}

    /** Stores at that place. Nothing is asked of it yet. */
    public static Stores at(S3Location location) {
        S3Bucket bucket = new S3Bucket(location);
        return new Stores(new S3JournalStore(bucket), new S3BlobStore(bucket));
    }
}
