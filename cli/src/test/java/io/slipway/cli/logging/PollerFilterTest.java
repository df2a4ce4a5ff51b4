package io.slipway.cli.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PollerFilterTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final LoggerContext context = new LoggerContext();
    private final PollerFilter filter = new PollerFilter();

    private FilterReply reply(String logger, Level level, long second) {
        LoggingEvent event = new LoggingEvent("", context.getLogger(logger), level, "no server", null, null);
        event.setInstant(NOON.plusSeconds(second));
        return filter.decide(event);
    }

    @Test
    void ofManyPollersOneIsHeardAMinute() {
        assertThat(reply(PollerFilter.POLLERS, Level.WARN, 0)).isEqualTo(FilterReply.NEUTRAL);
        assertThat(reply(PollerFilter.POLLERS, Level.WARN, 0)).isEqualTo(FilterReply.DENY);
        assertThat(reply(PollerFilter.POLLERS, Level.WARN, 59)).isEqualTo(FilterReply.DENY);
        assertThat(reply(PollerFilter.POLLERS, Level.WARN, 60)).isEqualTo(FilterReply.NEUTRAL);
    }

    @Test
    void whatCannotTellTheServerThatItStopsIsHeardOnce() {
        reply(PollerFilter.POLLERS, Level.WARN, 0);

        assertThat(reply(PollerFilter.STOPPING, Level.WARN, 1)).isEqualTo(FilterReply.NEUTRAL);
        assertThat(reply(PollerFilter.STOPPING, Level.WARN, 1)).isEqualTo(FilterReply.DENY);
    }

    @Test
    void everybodyElseIsHeard() {
        reply(PollerFilter.POLLERS, Level.WARN, 0);

        assertThat(reply(PollerFilter.POLLERS, Level.ERROR, 1)).isEqualTo(FilterReply.NEUTRAL);
        assertThat(reply("io.slipway.worker", Level.WARN, 1)).isEqualTo(FilterReply.NEUTRAL);
    }
}
