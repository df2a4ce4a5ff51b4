package io.slipway.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Least, middle and greatest of several measurements.
 *
 * @param least the least
 * @param median the middle one, the lower of two
 * @param greatest the greatest
 */
public record Figures(double least, double median, double greatest) {
    /** The figures of some values. */
    public static Figures of(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("figures of nothing");
        }
        return new Figures(
                sorted[0],
                sorted[(sorted.length - 1) / 2],
                Arrays.stream(sorted).max().orElseThrow());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "min %.2f  median %.2f  max %.2f", least, median, greatest);
    }
}
