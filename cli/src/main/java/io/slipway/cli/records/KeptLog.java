package io.slipway.cli.records;

import java.util.List;

/**
 * A log that a step kept.
 *
 * @param step the step
 * @param name where the log is from, such as {@code pod/spark-pi-driver}
 * @param lines its lines
 */
record KeptLog(String step, String name, List<String> lines) {
    KeptLog {
        lines = List.copyOf(lines);
    }

    /** For people: a heading and the lines. */
    String text() {
        return "== " + step + ": " + name + "\n" + String.join("\n", lines) + "\n";
    }
}
