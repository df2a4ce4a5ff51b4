package io.slipway.sandbox.controllers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.sandbox.SandboxClock;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.StoreEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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

    /** Fails as often as it is told to, then is content. */
    private final class Failing implements Controller {
        private final RuntimeException failure;

        Failing(RuntimeException failure) {
            this.failure = failure;
        }

        @Override
        public String name() {
            return "failing";
        }

        @Override
        public List<Key> affected(StoreEvent event) {
            return List.of();
        }

        @Override
        public Optional<Duration> reconcile(Key key) {
            if (looks.incrementAndGet() < 3) {
                throw failure;
            }
            return Optional.empty();
        }
    }

    /** Notes for how long it is asked to wait, and waits for nothing. */
    private static final class Impatient extends ScheduledThreadPoolExecutor {
        private final List<Long> waits = new CopyOnWriteArrayList<>();

        Impatient() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            waits.add(unit.toMicros(delay));
            return super.schedule(command, 0, unit);
        }
    }

    @Test
    void aControllerThatFailsLooksAgain() {
        for (RuntimeException failure : List.of(new IllegalStateException("broken"), Refusals.badRequest("no"))) {
            looks.set(0);
            try (Impatient timer = new Impatient();
                    ControllerLoop loop = new ControllerLoop(new Failing(failure), new SandboxClock(1), timer)) {
                loop.start();
                loop.add(KEY);
                await().atMost(Duration.ofMinutes(1)).until(() -> looks.get() == 3);
                assertThat(timer.waits).containsExactly(5_000L, 10_000L);
                timer.shutdownNow();
            }
        }
    }

    @Test
    void atAFastPaceAKeyThatNothingElseWakesIsLookedAtLessAndLessOften() {
        try (Impatient timer = new Impatient();
                ControllerLoop loop = new ControllerLoop(new Steady(), new SandboxClock(1000), timer)) {
            loop.start();
            loop.add(KEY);
            await().atMost(Duration.ofMinutes(1)).until(() -> timer.waits.size() > 12);
            assertThat(List.copyOf(timer.waits).subList(0, 13))
                    .containsExactly(
                            1_000L, 1_000L, 1_000L, 1_000L, 1_600L, 3_200L, 6_400L, 12_800L, 25_600L, 51_200L, 102_400L,
                            102_400L, 102_400L);
            timer.shutdownNow();
        }
    }

    /** Asks to be called each second. */
    private static final class Steady implements Controller {
        @Override
        public String name() {
            return "steady";
        }

        @Override
        public List<Key> affected(StoreEvent event) {
            return List.of();
        }

        @Override
        public Optional<Duration> reconcile(Key key) {
            return Optional.of(Duration.ofSeconds(1));
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
