package io.slipway.activities.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
    @Test
    void manyStepsAreToldOfMoreRarelyButBeforeTheyAreGivenUp() {
        assertThat(Heartbeat.every(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Heartbeat.every(100)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Heartbeat.every(200)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Heartbeat.every(2_000)).isEqualTo(Duration.ofSeconds(3));
    }
}
