package io.slipway.cli.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets one warning a minute pass of those that cannot reach the Temporal server. A worker has dozens of pollers, which warn all
 * at once and again and again, each with its trace.
 */
final class PollerFilter extends Filter<ILoggingEvent> {
    static final String POLLERS = "io.temporal.internal.worker.BasePoller";
    private static final long REST_MILLIS = 60_000;

    private final AtomicLong last = new AtomicLong();

    @Override
    public FilterReply decide(ILoggingEvent event) {
        if (!event.getLoggerName().equals(POLLERS) || event.getLevel() != Level.WARN) {
            return FilterReply.NEUTRAL;
        }
        long before = last.get();
        long now = event.getTimeStamp();
        return now - before >= REST_MILLIS && last.compareAndSet(before, now) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }
}
