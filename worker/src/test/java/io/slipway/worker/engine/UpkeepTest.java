package io.slipway.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UpkeepTest {
    @Test
    void itIsDoneAgainAlsoAfterItFailed() {
        AtomicInteger times = new AtomicInteger();
        Runnable work = () -> {
            if (times.incrementAndGet() == 1) {
                throw new IllegalStateException("the first time something is wrong");
            }
        };
        try (Upkeep upkeep = Upkeep.begin(work, Duration.ofMillis(1))) {
            assertThat(upkeep).isNotNull();
            await().atMost(Duration.ofMinutes(1)).until(() -> times.get() > 2);
        }
    }
}
