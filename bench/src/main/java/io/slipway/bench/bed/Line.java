package io.slipway.bench.bed;

import java.util.Locale;

/**
 * A line of the table.
 *
 * @param figure what was measured, with its unit
 * @param ours Slipway's figure
 * @param peers those of the peers, or empty
 * @param target what is to be reached
 * @param met whether it is
 */
public record Line(String figure, String ours, String peers, String target, boolean met) {
    /** A figure that must be at most so much. */
    public static Line atMost(String figure, String ours, String peers, double value, double limit, String unit) {
        String target = String.format(Locale.ROOT, "at most %.2f %s", limit, unit);
        return new Line(figure, ours, peers, target.strip(), value <= limit);
    }

    /** For a Markdown table. */
    public String markdown() {
        return "| " + String.join(" | ", figure, ours, peers, target, met ? "met" : "**missed**") + " |";
    }
}
