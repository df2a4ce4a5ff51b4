package io.slipway.cli.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;

/** The forms of a line of the log. None of them shows a secret. */
final class LogLines {
    private static final String TEXT = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{36}: %msg%n";
    /** Without stack traces: those are in the file. */
    private static final String BRIEF = "%d{HH:mm:ss} %-5level %logger{0}: %msg%n%nopex";

    private LogLines() {}

    static Encoder<ILoggingEvent> text(LoggerContext context) {
        return pattern(context, TEXT);
    }

    static Encoder<ILoggingEvent> brief(LoggerContext context) {
        return pattern(context, BRIEF);
    }

    static Encoder<ILoggingEvent> json(LoggerContext context) {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithContext(false);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithArguments(false);
        encoder.setWithMessage(false);
        encoder.setWithFormattedMessage(true);
        return masking(context, encoder);
    }

    private static Encoder<ILoggingEvent> pattern(LoggerContext context, String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(pattern);
        return masking(context, encoder);
    }

    private static Encoder<ILoggingEvent> masking(LoggerContext context, Encoder<ILoggingEvent> encoder) {
        MaskingEncoder masking = new MaskingEncoder(encoder);
        masking.setContext(context);
        masking.start();
        return masking;
    }
}
