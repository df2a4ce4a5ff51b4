package io.slipway.cli.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.regex.Pattern;

/** A server that does not answer needs a line: where in the client that was noticed tells nobody anything. */
final class Outage {
    private static final String STATUS = "io.grpc.StatusRuntimeException";
    private static final Pattern AWAY =
            Pattern.compile("(UNAVAILABLE|DEADLINE_EXCEEDED|CANCELLED)\\b.*", Pattern.DOTALL);

    private Outage() {}

    /** The event; one that tells of an outage with the reason in its message instead of a trace. */
    static ILoggingEvent brief(ILoggingEvent event) {
        IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown == null
                || !thrown.getClassName().equals(STATUS)
                || !AWAY.matcher(String.valueOf(thrown.getMessage())).matches()) {
            return event;
        }
        LoggingEvent brief = new LoggingEvent();
        brief.setLoggerName(event.getLoggerName());
        brief.setThreadName(event.getThreadName());
        brief.setLevel(event.getLevel());
        brief.setInstant(event.getInstant());
        brief.setMDCPropertyMap(event.getMDCPropertyMap());
        brief.setMessage(event.getFormattedMessage() + ": " + reason(thrown));
        return brief;
    }

    private static String reason(IThrowableProxy thrown) {
        IThrowableProxy cause = thrown.getCause();
        String more = cause == null || cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")";
        return (thrown.getMessage() + more).lines().findFirst().orElse("");
    }
}
