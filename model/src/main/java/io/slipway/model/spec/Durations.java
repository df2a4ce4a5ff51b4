package io.slipway.model.spec;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as the language writes them: {@code 90s}, {@code 10m}, {@code 1h30m}, {@code 1d}, {@code 500ms}. */
public final class Durations {
    private static final Pattern PART = Pattern.compile("([0-9]{1,9})(ms|d|h|m|s)");
    private static final Pattern WHOLE = Pattern.compile("([0-9]{1,9}(ms|d|h|m|s))+");

    /** So that a pattern with a group in it can look at it, and the sum is a number of milliseconds. */
    private static final int LONGEST = 60;

    private Durations() {}

    /**
     * Reads a duration. Units may be combined; each is added to the others.
     *
     * @throws IllegalArgumentException when the text is not a duration, with a message for its author
     */
    public static Duration parse(String text) {
        if (text.length() > LONGEST || !WHOLE.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + Scalars.abbreviate(text) + "' is not " + Kind.DURATION.words());
        }
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            sum = sum.plus(amount(Long.parseLong(part.group(1)), part.group(2)));
        }
        return sum;
    }

    /** Writes a duration in its largest units, down to milliseconds: {@code 1h30m}; zero is {@code 0s}. */
    public static String format(Duration duration) {
        StringBuilder text = new StringBuilder();
        append(text, duration.toDaysPart(), "d");
        append(text, duration.toHoursPart(), "h");
        append(text, duration.toMinutesPart(), "m");
        append(text, duration.toSecondsPart(), "s");
        append(text, duration.toMillisPart(), "ms");
        return text.isEmpty() ? "0s" : text.toString();
    }

    private static void append(StringBuilder text, long amount, String unit) {
        if (amount != 0) {
            text.append(amount).append(unit);
        }
    }

    private static Duration amount(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> throw new IllegalArgumentException("no unit " + unit);
        };
    }
}
