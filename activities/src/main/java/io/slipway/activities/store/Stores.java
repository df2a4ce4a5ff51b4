package io.slipway.activities.store;

import java.nio.file.Path;

/**
 * The stores of an engine, which all workers of a task queue and those who read their rollouts share.
 *
 * @param journals events of rollouts
 * @param blobs what these name by hash
 */
public record Stores(JournalStore journals, BlobStore blobs) {
    /** Stores in a folder of this machine. */
    public static Stores in(Path state) {
        return new Stores(
                new FolderJournalStore(state.resolve("rollouts")), new FolderBlobStore(state.resolve("blobs")));
    }
}
