package io.slipway.sandbox.controllers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.sandbox.SandboxClock;
import io.slipway.sandbox.store.StoreEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ControllerLoopTest {
    private static final Key KEY = new Key("n", "web");

    private final AtomicInteger looks = new AtomicInteger();

    /** Looks again after an hour, then after two, and so on. */
    private final class Patient implements Controller {
        @Override
        public String name() {
            return "patient";
        }

        @Override
        public List<Key> affected(StoreEvent event) {
            return List.of();
        }

        @Override
        public Optional<Duration> reconcile(Key key) {
            return Optional.of(Duration.ofHours(looks.incrementAndGet()));
        }
    }

    @Test
    void aKeyWaitsForOneTimeOnlyHoweverOftenItIsLookedAt() {
        try (ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
                ControllerLoop loop = new ControllerLoop(new Patient(), new SandboxClock(1), timer)) {
            loop.start();
            for (int time = 1; time <= 3; time++) {
                int wanted = time;
                loop.add(KEY);
                await().atMost(Duration.ofMinutes(1)).until(() -> looks.get() == wanted);
            }
            loop.add(new Key("n", "other"));
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(timer.getQueue()).hasSize(2));
            timer.shutdownNow();
        }
    }
}
