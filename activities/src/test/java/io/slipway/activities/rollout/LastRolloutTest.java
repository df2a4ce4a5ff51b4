package io.slipway.activities.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.store.JournalStore;
import io.slipway.activities.store.Stores;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.json.Json;
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

    @Test
    void whatIsRunOfAPartDoesNotHideTheWhole() {
        JournalStore journals = Stores.in(state).journals();
        LastRollout last = new LastRollout(journals, "shop", "berlin");

        succeeded(journals, "shop-1", "shop", Optional.of(part("until", "config")));
        assertThat(last.succeeded()).map(Journal::rollout).contains("shop-1");

        succeeded(journals, "shop-2", "shop", Optional.of(Json.tree(Map.of("pipeline", "shop", "until", ""))));
        touched("shop-1");
        succeeded(journals, "shop-3", "shop", Optional.of(part("only", "base")));

        assertThat(last.succeeded()).map(Journal::rollout).contains("shop-2");
        assertThat(last.succeeded().flatMap(LastRollout::part)).isEmpty();
        assertThat(last.chosen()).hasValueSatisfying(chosen -> {
            assertThat(chosen.base().rollout()).isEqualTo("shop-2");
            assertThat(chosen.hasLaterPart()).isTrue();
        });
        assertThat(LastRollout.part(journals.journal("shop-3"))).contains("--only base");
    }

    private static JsonNode part(String option, String name) {
        return Json.tree(Map.of("pipeline", "shop", option, name));
    }

    /** Its last line was written after those of the others. */
    private void touched(String rollout) {
        Path journal = state.resolve("rollouts").resolve(rollout).resolve("journal.jsonl");
        assertThat(journal.toFile().setLastModified(System.currentTimeMillis() + 60_000))
                .isTrue();
    }

    private static void succeeded(JournalStore journals, String rollout, String pipeline) {
        succeeded(journals, rollout, pipeline, Optional.empty());
    }

    private static void succeeded(JournalStore journals, String rollout, String pipeline, Optional<JsonNode> input) {
        journals.append(
                rollout,
                List.of(
                        new JournalEvent.RolloutStarted(
                                rollout, pipeline, "", "berlin", "", Map.of(), "ada", true, input, AT),
                        new JournalEvent.RolloutMoved(RolloutStatus.SUCCEEDED, "", Map.of(), AT)));
    }
}
