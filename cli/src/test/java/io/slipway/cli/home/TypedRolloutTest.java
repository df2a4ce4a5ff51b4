package io.slipway.cli.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.cli.console.Console;
import io.slipway.cli.console.Environment;
import io.slipway.cli.error.CliException;
import io.slipway.model.journal.JournalEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ids as they are typed, and as the server knows them. */
class TypedRolloutTest {
    private static final String SCHEDULED = "shop-nightly-2026-11-22T03:00:00Z";

    @TempDir
    Path folder;

    @Test
    void theIdOfAScheduleIsFoundWithItsColons() {
        Home home = home();
        home.journals()
                .append(
                        SCHEDULED,
                        List.of(new JournalEvent.RolloutStarted(
                                SCHEDULED,
                                "shop",
                                "",
                                "test",
                                "",
                                Map.of(),
                                "",
                                false,
                                Optional.empty(),
                                Instant.EPOCH)));
        assertThat(home.rollout("last")).isEqualTo(SCHEDULED);
        assertThat(home.rollout(SCHEDULED)).isEqualTo(SCHEDULED);
        assertThat(home.rollout("shop-nightly-2026-11-22T03:00")).isEqualTo(SCHEDULED);
        assertThatThrownBy(() -> home.rollout("..")).isInstanceOf(CliException.class);
    }

    private Home home() {
        Console console = Console.plain(new ByteArrayOutputStream(), new ByteArrayOutputStream());
        return new Home(new Environment(console, folder, Map.of(), new ByteArrayInputStream(new byte[0])));
    }
}
