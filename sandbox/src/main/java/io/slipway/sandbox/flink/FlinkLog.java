package io.slipway.sandbox.flink;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Lines as Flink's log4j layout writes them. */
final class FlinkLog {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS");

    private FlinkLog() {}

    static String info(String logger, String message) {
        return line("INFO ", logger, message);
    }

    static String warn(String logger, String message) {
        return line("WARN ", logger, message);
    }

    private static String line(String level, String logger, String message) {
        String name = "org.apache.flink." + logger;
        return TIME.format(LocalDateTime.now(ZoneOffset.UTC)) + " " + level + " " + String.format("%-60s", name)
                + " [] - " + message;
    }
}
