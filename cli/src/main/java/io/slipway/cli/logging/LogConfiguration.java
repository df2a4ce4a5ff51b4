package io.slipway.cli.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import ch.qos.logback.core.util.FileSize;

/** Sets Logback up in code, which is faster than reading a file: all to a file that cannot grow for ever. */
public final class LogConfiguration extends ContextAwareBase implements Configurator {
    private static final String LARGEST = "5MB";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(LogSettings.current().isPresent() ? Level.WARN : Level.OFF);
        LogSettings.current().ifPresent(settings -> configure(context, root, settings));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    static void configure(LoggerContext context, Logger root, LogSettings settings) {
        // A home that cannot be written is told by whoever needs it, in a line; Logback would print pages before.
        context.getStatusManager().add(new NopStatusListener());
        context.getLogger("io.temporal").setLevel(Level.INFO);
        // It warns of every server without heartbeats of workers, such as the sandbox's, which nobody can change.
        context.getLogger("io.temporal.internal.worker.HeartbeatManager").setLevel(Level.ERROR);
        context.getLogger("io.slipway").setLevel(Level.INFO);
        root.addAppender(file(context, settings.file().toString()));
        if (settings.stderr() != LogSettings.Stderr.NOTHING) {
            root.addAppender(stderr(context, settings.stderr()));
        }
    }

    private static RollingFileAppender<ILoggingEvent> file(LoggerContext context, String file) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setFile(file);
        FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(file + ".%i");
        rolling.setMinIndex(1);
        rolling.setMaxIndex(1);
        rolling.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> trigger = new SizeBasedTriggeringPolicy<>();
        trigger.setContext(context);
        trigger.setMaxFileSize(FileSize.valueOf(LARGEST));
        trigger.start();
        appender.setRollingPolicy(rolling);
        appender.setTriggeringPolicy(trigger);
        appender.setContext(context);
        appender.setEncoder(LogLines.text(context));
        appender.addFilter(new PollerFilter());
        appender.start();
        return appender;
    }

    private static ConsoleAppender<ILoggingEvent> stderr(LoggerContext context, LogSettings.Stderr what) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(
                switch (what) {
                    case NOTHING, WARNINGS -> LogLines.brief(context);
                    case TEXT -> LogLines.text(context);
                    case JSON -> LogLines.json(context);
                });
        appender.addFilter(new PollerFilter());
        if (what == LogSettings.Stderr.WARNINGS) {
            appender.addFilter(warnings());
        }
        appender.start();
        return appender;
    }

    private static ThresholdFilter warnings() {
        ThresholdFilter filter = new ThresholdFilter();
        filter.setLevel(Level.WARN.toString());
        filter.start();
        return filter;
    }
}
