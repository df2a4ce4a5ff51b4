package io.slipway.cli.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.cli.console.Console;
import io.slipway.cli.temporal.TemporalSettings;
import io.temporal.envconfig.ClientConfigProfile;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnattendedTest {
    private static final Duration LONG = Duration.ofMinutes(1);
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
    void aWorkerThatIsMissingIsToldOf() {
        try (Unattended unattended = Unattended.watch(console, Optional.of(SERVER), Duration.ZERO)) {
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(err.toString(UTF_8))
                            .contains("still waiting for a worker: is one running on temporal:7233, namespace shops"));
            unattended.begun();
        }
    }

    @Test
    void nothingIsSaidInTheFirstMomentsNorOfWhatIsHere() {
        Unattended.watch(console, Optional.of(SERVER)).close();
        Unattended.watch(console, Optional.empty(), Duration.ZERO).close();
        assertThat(err.toString(UTF_8)).isEmpty();
    }
}
