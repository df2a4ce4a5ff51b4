package io.slipway.activities.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.model.journal.JournalEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoresTest extends StoresContract {
    @TempDir
    Path state;

    @Override
    protected Stores open() {
        return Stores.in(state);
    }

    @Test
    void aLineThatIsTornSpoilsNoneThatFollows() throws IOException {
        JournalStore journals = open().journals();
        journals.append("r", List.of(started("a")));
        Files.writeString(state.resolve("rollouts/r/journal.jsonl"), "{\"event\":\"step", StandardOpenOption.APPEND);

        journals.append("r", List.of(started("b")));
        journals.append("r", List.of(started("c")));

        assertThat(journals.events("r")).containsExactly(started("a"), started("b"), started("c"));
    }

    private static JournalEvent started(String step) {
        return new JournalEvent.StepStarted(step, "stage", "exec", 1, "", Instant.parse("2026-01-05T09:00:00Z"));
    }
}
