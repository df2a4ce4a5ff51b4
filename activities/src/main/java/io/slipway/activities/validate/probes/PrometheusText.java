package io.slipway.activities.validate.probes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the samples of one metric from Prometheus' text format. There is no maintained parser of it for the JVM that
 * does without a registry.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition formats</a>
 */
final class PrometheusText {
    private static final Pattern SAMPLE = Pattern.compile(
            "^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(?:\\{(?<labels>.*)})?\\s+(?<value>[^\\s{}]+)(?:\\s+-?[0-9.]+)?(?:\\s+#.*)?$");
    private static final Pattern LABEL =
            Pattern.compile("\\s*(?<name>[a-zA-Z_][a-zA-Z0-9_]*)\\s*=\\s*\"(?<value>(?:[^\"\\\\]|\\\\.)*)\"\\s*,?");

    private PrometheusText() {}

    /**
     * One sample.
     *
     * @param name of the metric
     * @param labels its labels
     * @param value its value; may be infinite or not a number
     */
    record Sample(String name, Map<String, String> labels, double value) {
        Sample {
            labels = Map.copyOf(labels);
        }
    }

    /** The samples of that name that have all these labels, in the order of the text. */
    static List<Sample> samples(String text, String name, Map<String, String> labels) {
        List<Sample> samples = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher matcher = SAMPLE.matcher(line.strip());
            if (line.startsWith(name)
                    && matcher.matches()
                    && matcher.group("name").equals(name)) {
                Sample sample = new Sample(name, labels(matcher.group("labels")), number(matcher.group("value")));
                if (sample.labels().entrySet().containsAll(labels.entrySet())) {
                    samples.add(sample);
                }
            }
        }
        return samples;
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new TreeMap<>();
        Matcher matcher = LABEL.matcher(text == null ? "" : text);
        while (matcher.find()) {
            labels.put(matcher.group("name"), unescape(matcher.group("value")));
        }
        return labels;
    }

    private static String unescape(String value) {
        return value.replace("\\\\", "\0")
                .replace("\\n", "\n")
                .replace("\\\"", "\"")
                .replace("\0", "\\");
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> parsed(text);
        };
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
