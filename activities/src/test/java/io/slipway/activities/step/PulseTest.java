package io.slipway.activities.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PulseTest {
    @Test
    void fewStepsAreToldOfEverySecondAndGivenUpSoon() {
        assertThat(Pulse.silence(1)).isEqualTo(Duration.ofSeconds(8));
        assertThat(Pulse.silence(100)).isEqualTo(Duration.ofSeconds(8));
        assertThat(Pulse.pause(1, Duration.ofSeconds(8))).isEqualTo(Duration.ofSeconds(1));
        assertThat(Pulse.pause(100, Duration.ofSeconds(8))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void manyStepsAreToldOfMoreRarelyAndGivenUpLater() {
        assertThat(Pulse.silence(210)).isEqualTo(Duration.ofSeconds(16));
        assertThat(Pulse.silence(2_000)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Pulse.pause(200, Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(2));
        assertThat(Pulse.pause(2_000, Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void oneHeartbeatMayBeLostHoweverManySteps() {
        Duration silence = Duration.ofSeconds(8);
        Duration next =
                Pulse.pause(2_000, silence).plus(Pulse.patience(silence)).plus(Pulse.pauseAfterALostOne(silence));
        assertThat(next).isLessThan(silence);
    }
}
