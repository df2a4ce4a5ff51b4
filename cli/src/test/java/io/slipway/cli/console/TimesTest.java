package io.slipway.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimesTest {
    @Test
    void peopleReadSeconds() {
        assertThat(Times.shown(Optional.of(Instant.parse("2026-11-21T05:30:44.123456789Z"))))
                .isEqualTo("2026-11-21T05:30:44Z");
        assertThat(Times.shown(Optional.empty())).isEmpty();
    }
}
