package io.slipway.cli.engine;

import static io.slipway.model.journal.RolloutStatus.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.cli.console.Console;
import io.slipway.cli.console.Environment;
import io.slipway.cli.error.CliException;
import io.slipway.cli.home.Home;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.RolloutStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which rollouts nobody carries out any more, while other processes of the home are at work. */
class LeftRunningTest {
    private static final String ID = "shop-1";

    @TempDir
    private Path folder;

    @Test
    void aKilledProcessIsToldFromOneThatIsAtWork() throws Exception {
        Home home = home();
        assertThat(LeftRunning.is(home, ID, RUNNING)).isTrue();

        try (ProcessMark other = new HomeServers(home).take()) {
            assertThat(other.name()).isNotEmpty();
            assertThat(LeftRunning.is(home, ID, RUNNING))
                    .as("it may be the other's")
                    .isFalse();

            Path mark = Files.createDirectories(home.folder(ID)).resolve("process");
            Files.createFile(mark);
            assertThat(LeftRunning.is(home, ID, RUNNING))
                    .as("its process was killed")
                    .isTrue();
            assertThat(LeftRunning.is(home, ID, RolloutStatus.PAUSED)).isFalse();

            try (HeldFile held = HeldFile.make(mark)) {
                assertThat(held).isNotNull();
                assertThat(LeftRunning.is(home, ID, RUNNING))
                        .as("another goes on with it")
                        .isFalse();
            }
        }
    }

    @Test
    void whatIsForARolloutWithoutAProcessIsRefusedWhileOneCarriesItOut() throws Exception {
        Home home = home();
        home.journals()
                .append(
                        ID,
                        List.of(new JournalEvent.RolloutStarted(
                                ID, "shop", "", "test", "", Map.of(), "", false, Optional.empty(), Instant.EPOCH)));
        Journal journal = home.journals().journal(ID);
        LeftRunning.require(home, journal);

        try (HeldFile held = HeldFile.make(home.folder(ID).resolve("process"))) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> LeftRunning.require(home, journal))
                    .isInstanceOf(CliException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid() + " is running rollout shop-1");
        }
        LeftRunning.require(home, journal);
    }

    private Home home() {
        return new Home(new Environment(
                Console.plain(new ByteArrayOutputStream(), new ByteArrayOutputStream()),
                folder,
                Map.of(),
                new ByteArrayInputStream(new byte[0])));
    }
}
