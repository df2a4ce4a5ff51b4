package io.slipway.activities.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.activities.store.JournalStore;
import io.slipway.activities.store.Stores;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.RolloutStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastRolloutTest {
    private static final Instant AT = Instant.parse("2026-01-05T09:00:00Z");

    @TempDir
    private Path state;

    @Test
    void aRolloutOfAFleetIsFoundThoughItsIdDoesNotNameThePipeline() {
        JournalStore journals = Stores.in(state).journals();
        succeeded(journals, "edge-20260105-090000-abc-berlin", "shop");
        succeeded(journals, "shop-window-20260105-090000-abc", "shop-window");

        assertThat(new LastRollout(journals, "shop", "berlin").succeeded())
                .map(Journal::rollout)
                .contains("edge-20260105-090000-abc-berlin");
    }

    private static void succeeded(JournalStore journals, String rollout, String pipeline) {
        journals.append(
                rollout,
                List.of(
                        new JournalEvent.RolloutStarted(
                                rollout, pipeline, "", "berlin", "", Map.of(), "ada", true, Optional.empty(), AT),
                        new JournalEvent.RolloutMoved(RolloutStatus.SUCCEEDED, "", Map.of(), AT)));
    }
}
