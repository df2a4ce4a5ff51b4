package io.slipway.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.activities.store.StoreTrouble;
import io.slipway.cli.console.Console;
import io.slipway.cli.console.Environment;
import io.slipway.cli.home.Home;
import io.slipway.cli.temporal.TemporalServer;
import io.slipway.model.journal.JournalEvent;
import io.slipway.worker.engine.Engine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolloutViewTest {
    @TempDir
    private Path folder;

    /** A command that gave up then would take the rollout with it that its own process carries out. */
    @Test
    void aStoreThatIsAwayForAWhileIsNoReasonToLookAway() throws IOException {
        Home home = new Home(new Environment(
                Console.plain(new ByteArrayOutputStream(), new ByteArrayOutputStream()),
                folder,
                Map.of("USER", "ada"),
                new ByteArrayInputStream(new byte[0])));
        home.journals().append("r", List.of(started("shop")));
        Path journal = home.folder("r").resolve("journal.jsonl");
        try (TemporalServer server = TemporalServer.embedded();
                Engine engine = Engine.start(server.settings(home))) {
            RolloutView view = new RolloutView(engine.find("r"), home, false);
            assertThat(view.journal().pipeline()).isEqualTo("shop");

            Files.delete(journal);
            Files.createDirectory(journal);
            assertThat(view.journal().pipeline()).isEqualTo("shop");
            assertThatThrownBy(() -> new RolloutView(engine.find("r"), home, false).journal())
                    .isInstanceOf(StoreTrouble.class);

            Files.delete(journal);
            home.journals().append("r", List.of(started("other")));
            assertThat(view.again().pipeline()).isEqualTo("other");
            assertThat(RolloutView.beside(home, "r").journal().pipeline()).isEqualTo("other");
        }
    }

    private static JournalEvent started(String pipeline) {
        return new JournalEvent.RolloutStarted(
                "r",
                pipeline,
                "",
                "here",
                "",
                Map.of(),
                "ada",
                true,
                Optional.empty(),
                Instant.parse("2026-01-05T09:00:00Z"));
    }
}
