package io.slipway.activities.spark;

import io.slipway.activities.evidence.Excerpt;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the line of a Spark command's error output that says what is wrong. */
public final class SparkError {
    private static final List<Pattern> TELLING = List.of(
            Pattern.compile("^\\[[A-Z][A-Z0-9_.]+].*"),
            Pattern.compile("^(Error in query|Error:|ParseException).*"),
            Pattern.compile("^(Exception in thread .*|Caused by: .*|[\\w.$]+(Exception|Error)(: .*)?)$"),
            Pattern.compile("(?i).*\\b(error|exception|cannot|denied|refused)\\b.*"));

    private SparkError() {}

    /** The first line of the error; the last line when none looks like one; empty when there is no output. */
    public static String line(String stderr) {
        for (Pattern pattern : TELLING) {
            for (String line : stderr.lines().toList()) {
                if (pattern.matcher(line.strip()).matches()) {
                    return Excerpt.line(line);
                }
            }
        }
        List<String> last = Excerpt.lastLines(stderr, 1);
        return last.isEmpty() ? "" : Excerpt.line(last.getFirst());
    }
}
