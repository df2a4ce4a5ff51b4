package io.slipway.cli.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.cli.console.Console;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StalledTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aReasonIsToldOnce() {
        AtomicInteger asked = new AtomicInteger();
        Console console = Console.plain(new ByteArrayOutputStream(), err);
        try (Stalled stalled = Stalled.watch(console, () -> reason(asked.incrementAndGet()), Duration.ofMillis(1))) {
            assertThat(stalled).isNotNull();
            await().atMost(Duration.ofMinutes(1)).until(() -> asked.get() > 5);
        }
        assertThat(err.toString(UTF_8)).containsOnlyOnce("it is not progressing: the disk is full");
    }

    private static Optional<String> reason(int look) {
        return switch (look) {
            case 1 -> Optional.empty();
            case 2 -> throw new IllegalStateException("this time nobody can say");
            default -> Optional.of("the disk is full");
        };
    }
}
