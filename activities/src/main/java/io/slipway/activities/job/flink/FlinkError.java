package io.slipway.activities.job.flink;

import io.slipway.activities.evidence.Excerpt;
import java.util.List;

/** Finds the line of {@code flink run}'s output that says what is wrong: the innermost cause of its trace. */
final class FlinkError {
    private FlinkError() {}

    static String line(String output) {
        List<String> lines = output.lines().map(String::strip).toList();
        return lines.stream()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce((first, second) -> second)
                .map(line -> line.substring("Caused by: ".length()))
                .or(() -> lines.stream()
                        .filter(line -> line.matches(".*(Exception|Error|not exist|Could not).*"))
                        .filter(line -> !line.startsWith("at "))
                        .findFirst())
                .or(() -> Excerpt.lastLines(output, 1).stream().findFirst())
                .map(Excerpt::line)
                .orElse("");
    }
}
