package io.slipway.sandbox.spark;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Lines as Spark's log4j layout writes them. */
final class SparkLog {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yy/MM/dd HH:mm:ss");

    private SparkLog() {}

    static String info(String logger, String message) {
        return line("INFO", logger, message);
    }

    static String warn(String logger, String message) {
        return line("WARN", logger, message);
    }

    static String error(String logger, String message) {
        return line("ERROR", logger, message);
    }

    private static String line(String level, String logger, String message) {
        return TIME.format(LocalDateTime.now(ZoneOffset.UTC)) + " " + level + " " + logger + ": " + message;
    }
}
