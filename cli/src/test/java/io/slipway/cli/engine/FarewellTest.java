package io.slipway.cli.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.cli.console.Console;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class FarewellTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = Console.plain(new ByteArrayOutputStream(), err);

    @Test
    void theLatestHasTheWordForGood() {
        try (Farewell early = Farewell.begin(console, () -> "nothing was started")) {
            assertThat(told(early)).isEqualTo("interrupted; nothing was started");
            try (Farewell later = Farewell.begin(console, () -> "continue with: slipway resume x")) {
                assertThat(told(early)).isEmpty();
                assertThat(told(later)).isEqualTo("interrupted; continue with: slipway resume x");
            }
            assertThat(told(early)).as("something was").isEmpty();
        }
    }

    @Test
    void anEngineThatHasEndedFirstIsNoTrouble() {
        try (Farewell late = Farewell.begin(console, () -> {
            throw new IllegalStateException("closed");
        })) {
            assertThat(told(late)).isEqualTo("interrupted");
        }
    }

    private String told(Farewell farewell) {
        err.reset();
        farewell.tell();
        return err.toString(UTF_8).strip();
    }
}
