package io.slipway.worker.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.slipway.activities.secrets.Masker;
import io.slipway.activities.secrets.ValueMasker;
import io.slipway.activities.step.ProgressBoard;
import io.slipway.activities.step.StepActivities;
import io.slipway.activities.step.StepServices;
import io.slipway.activities.store.BlobStore;
import io.slipway.activities.store.JournalStore;
import io.slipway.worker.settings.WorkSettings;
import java.time.Clock;
import java.util.Map;

/** What every step shares, and the envelope of all verbs. */
final class StepsModule extends AbstractModule {
    @Provides
    @Singleton
    Masker masker() {
        return new ValueMasker();
    }

    @Provides
    @Singleton
    ProgressBoard board() {
        return new ProgressBoard();
    }

    @Provides
    @Singleton
    StepServices services(
            WorkSettings settings, BlobStore blobs, JournalStore journals, Masker masker, ProgressBoard board) {
        return new StepServices(
                settings.targets(), blobs, journals, masker, board, Clock.systemUTC(), System.getenv()::get);
    }

    @Provides
    @Singleton
    StepActivities activities(StepServices services, Map<String, StepActivities.VerbRunner<?>> verbs) {
        return new StepActivities(services, verbs);
    }
}
