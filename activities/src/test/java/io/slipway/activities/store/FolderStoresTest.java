package io.slipway.activities.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.StepStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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

    @Test
    void aLineThatIsTornInTheMiddleOfACharacterSpoilsNothing() throws IOException {
        JournalStore journals = open().journals();
        journals.append("r", List.of(started("a")));
        byte[] half = "{\"event\":\"stepMoved\",\"reason\":\"wärmt".getBytes(UTF_8);
        Files.write(
                state.resolve("rollouts/r/journal.jsonl"),
                Arrays.copyOf(half, half.length - 4),
                StandardOpenOption.APPEND);
        assertThat(journals.events("r")).containsExactly(started("a"));

        journals.append("r", List.of(started("b")));
        assertThat(journals.events("r")).containsExactly(started("a"), started("b"));
        assertThat(journals.isOf("shop", "r")).isFalse();
    }

    @Test
    void whyAJournalCouldNotBeWrittenIsKnownUntilItCould() throws IOException {
        JournalStore journals = open().journals();
        Path inTheWay = Files.createDirectories(state.resolve("rollouts/r/journal.jsonl"));

        assertThatThrownBy(() -> journals.append("r", List.of(started("a")))).isInstanceOf(StoreTrouble.class);
        assertThat(journals.heardBy((rollout, events) -> {}).trouble("r"))
                .hasValueSatisfying(why -> assertThat(why).contains("cannot write the journal at " + inTheWay));

        Files.delete(inTheWay);
        journals.append("r", List.of(started("a")));
        assertThat(journals.trouble("r")).isEmpty();
    }

    @Test
    void longLinesOfStepsSideBySideStayWhole() throws InterruptedException {
        JournalStore journals = open().journals();
        List<JournalEvent> events = IntStream.range(0, 32)
                .mapToObj(i -> moved("s" + i, "x".repeat(100_000)))
                .toList();
        try (ExecutorService steps = Executors.newFixedThreadPool(8)) {
            events.forEach(event -> steps.execute(() -> journals.append("r", List.of(event))));
        }

        assertThat(journals.events("r")).containsExactlyInAnyOrderElementsOf(events);
    }

    private static JournalEvent moved(String step, String why) {
        return new JournalEvent.StepMoved(
                step, "stage", "exec", StepStatus.SKIPPED, why, Map.of(), Instant.parse("2026-01-05T09:00:00Z"));
    }

    @Test
    void aBlobThatIsJustBeingWrittenMayGoWhileAllAreListed() throws IOException {
        BlobStore blobs = open().blobs();
        String hash = blobs.putText("kept");
        Path file = state.resolve("blobs").resolve(hash.substring(0, 2)).resolve(hash);
        Files.createSymbolicLink(file.resolveSibling(hash + "." + UUID.randomUUID()), state.resolve("gone"));

        assertThat(blobs.all()).extracting(BlobStore.Kept::hash).containsExactly(hash);
    }
}
