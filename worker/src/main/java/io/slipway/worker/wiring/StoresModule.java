package io.slipway.worker.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.slipway.activities.store.BlobStore;
import io.slipway.activities.store.FleetStore;
import io.slipway.activities.store.JournalStore;
import io.slipway.activities.store.Sweeper;
import io.slipway.worker.settings.EngineSettings;
import java.time.Clock;

/** Blobs and journals, where the settings say. */
final class StoresModule extends AbstractModule {
    @Provides
    BlobStore blobs(EngineSettings settings) {
        return settings.stores().blobs();
    }

    @Provides
    JournalStore journals(EngineSettings settings) {
        return settings.stores().journals();
    }

    @Provides
    FleetStore fleets(EngineSettings settings) {
        return settings.stores().fleets();
    }

    @Provides
    Sweeper sweeper(EngineSettings settings) {
        return new Sweeper(settings.stores(), Clock.systemUTC());
    }
}
