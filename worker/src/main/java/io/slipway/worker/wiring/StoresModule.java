package io.slipway.worker.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.slipway.activities.store.BlobStore;
import io.slipway.activities.store.FolderBlobStore;
import io.slipway.activities.store.FolderJournalStore;
import io.slipway.activities.store.JournalStore;
import io.slipway.worker.settings.EngineSettings;

/** Blobs and journals in the state folder. */
final class StoresModule extends AbstractModule {
    @Provides
    @Singleton
    BlobStore blobs(EngineSettings settings) {
        return new FolderBlobStore(settings.state().resolve("blobs"));
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
