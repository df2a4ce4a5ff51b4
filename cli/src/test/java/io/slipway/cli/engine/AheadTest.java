package io.slipway.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.cli.error.CliException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is made ahead is the caller's once it was taken, and closed when nobody takes it. */
class AheadTest {
    private final CompletableFuture<String> closed = new CompletableFuture<>();

    @Test
    void whatWasTakenIsNotClosed() throws Exception {
        try (Ahead<AutoCloseable> ahead = Ahead.begin(() -> () -> closed.complete("closed"))) {
            assertThat(ahead.take()).isNotNull();
        }
        assertThat(closed).isNotDone();
    }

    @Test
    void whatNobodyTookIsClosedWhenItIsThereAndNobodyWaitsForIt() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        Ahead<AutoCloseable> ahead = Ahead.begin(() -> {
            await(slow);
            return () -> closed.complete("closed");
        });
        ahead.close();
        assertThat(closed).isNotDone();
        slow.countDown();
        assertThat(closed.get(1, TimeUnit.MINUTES)).isEqualTo("closed");
    }

    @Test
    void anErrorIsToldAsItWasToWhoTakesIt() {
        Ahead<AutoCloseable> ahead = Ahead.begin(() -> {
            throw CliException.invalid("there is no context 'x'", "Choose another.");
        });
        assertThatThrownBy(ahead::take).isInstanceOf(CliException.class).hasMessage("there is no context 'x'");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
