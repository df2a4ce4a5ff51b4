package io.slipway.cli.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.cli.console.Console;
import io.slipway.cli.temporal.TemporalSettings;
import io.temporal.envconfig.ClientConfigProfile;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnattendedTest {
    private static final TemporalSettings SERVER = new TemporalSettings(
            ClientConfigProfile.newBuilder()
                    .setAddress("temporal:7233")
                    .setNamespace("shops")
                    .build(),
            "slipway",
            Optional.empty());

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = Console.plain(new ByteArrayOutputStream(), err);

    @Test
    void aWorkerThatIsMissingIsToldOfOnce() {
        Unattended unattended = new Unattended(console, Optional.of(SERVER), Duration.ZERO);
        unattended.look(false);
        unattended.look(false);
        assertThat(err.toString(UTF_8))
                .containsOnlyOnce("still waiting for a worker: is one running for temporal:7233, namespace shops");
    }

    @Test
    void nothingIsSaidOfWhatHasBegunOrIsHereOrOfTheFirstMoments() {
        new Unattended(console, Optional.of(SERVER), Duration.ZERO).look(true);
        new Unattended(console, Optional.empty(), Duration.ZERO).look(false);
        new Unattended(console, Optional.of(SERVER)).look(false);
        assertThat(err.toString(UTF_8)).isEmpty();
    }
}
