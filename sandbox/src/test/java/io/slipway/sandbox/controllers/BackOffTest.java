package io.slipway.sandbox.controllers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private static final Key WEB = new Key("n", "web");

    private final BackOff backOff = new BackOff();

    private Duration failed() {
        return backOff.after(WEB, true).orElseThrow();
    }

    @Test
    void eachFailureWaitsTwiceAsLongUpToALimit() {
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            waits.add(failed());
        }
        assertThat(waits).startsWith(Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(20));
        assertThat(waits).isSorted().endsWith(Duration.ofSeconds(1000), Duration.ofSeconds(1000));
        assertThat(waits.get(17)).isEqualTo(Duration.ofMillis(655_360));
    }

    @Test
    void aSuccessBeginsAnewAndOthersDoNotCount() {
        failed();
        failed();
        assertThat(backOff.after(new Key("n", "other"), true)).contains(Duration.ofMillis(5));
        assertThat(backOff.after(WEB, false)).isEmpty();
        assertThat(failed()).isEqualTo(Duration.ofMillis(5));
    }
}
