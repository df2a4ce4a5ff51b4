package io.slipway.cli.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets one warning a minute pass of those that cannot reach the Temporal server. A worker has dozens of pollers, which warn all
 * at once and again and again; when it stops, so do all that would tell the server.
 */
final class PollerFilter extends Filter<ILoggingEvent> {
    static final String POLLERS = "io.temporal.internal.worker.BasePoller";
    static final String STOPPING = "io.temporal.internal.worker.ShutdownManager";
    private static final long REST_MILLIS = 60_000;

    private final Map<String, AtomicLong> last = Map.of(POLLERS, new AtomicLong(), STOPPING, new AtomicLong());

    @Override
    public FilterReply decide(ILoggingEvent event) {
        AtomicLong passed = last.get(event.getLoggerName());
        if (passed == null || event.getLevel() != Level.WARN) {
            return FilterReply.NEUTRAL;
        }
        long before = passed.get();
        long now = event.getTimeStamp();
        return now - before >= REST_MILLIS && passed.compareAndSet(before, now)
                ? FilterReply.NEUTRAL
                : FilterReply.DENY;
    }
}
