package io.slipway.cli.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UntilStoppedTest {
    /** As {@code --drain} says; the process ended after half a minute, and the steps with it. */
    @Test
    void whatIsUnderWayHasItsTimeAlsoAtTheEndOfTheProcess() {
        Duration drain = Duration.ofMinutes(10);
        try (UntilStopped stopped = new UntilStopped(drain)) {
            assertThat(stopped.patience()).isGreaterThan(drain);
        }
    }
}
