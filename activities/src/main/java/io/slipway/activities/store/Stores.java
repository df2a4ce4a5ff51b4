package io.slipway.activities.store;

import io.slipway.model.fleet.FleetEvent;
import io.slipway.model.journal.JournalEvent;
import java.nio.file.Path;

/**
 * The stores of an engine, which all workers of a task queue and those who read their rollouts share.
 *
 * @param journals events of rollouts
 * @param fleets events of fleets
 * @param blobs what these name by hash
 */
public record Stores(JournalStore journals, FleetStore fleets, BlobStore blobs) {
    /** The folder of the journals of rollouts, in any store. */
    public static final String ROLLOUTS = "rollouts";

    /** The folder of the journals of fleets, in any store. */
    public static final String FLEETS = "fleets";

    /** Stores in a folder of this machine. */
    public static Stores in(Path state) {
        return new Stores(
                new JournalStore(new FolderLogs<>(state.resolve(ROLLOUTS), JournalEvent.class)),
                new FleetStore(new FolderLogs<>(state.resolve(FLEETS), FleetEvent.class)),
                new FolderBlobStore(state.resolve("blobs")));
    }
}
