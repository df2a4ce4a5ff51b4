package io.slipway.worker.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.slipway.activities.store.BlobStore;
import io.slipway.activities.store.FolderBlobStore;
import io.slipway.activities.store.FolderJournalStore;
import io.slipway.activities.store.JournalStore;
import io.slipway.activities.store.Sweeper;
import io.slipway.worker.settings.EngineSettings;
import java.time.Clock;

/** Blobs and journals in the state folder. */
final class StoresModule extends AbstractModule {
    @Provides
    @Singleton
    FolderBlobStore blobFolder(EngineSettings settings) {
        return new FolderBlobStore(settings.state().resolve("blobs"));
    }

    @Provides
    @Singleton
    BlobStore blobs(FolderBlobStore folder) {
        return folder;
    }

    @Provides
    Sweeper sweeper(FolderJournalStore journals, FolderBlobStore blobs) {
        return new Sweeper(journals, blobs, Clock.systemUTC());
    }

    @Provides
    @Singleton
    FolderJournalStore folder(EngineSettings settings) {
        return new FolderJournalStore(settings.state().resolve("rollouts"));
    }

    @Provides
    @Singleton
    JournalStore journals(FolderJournalStore folder) {
        return folder;
    }
}
