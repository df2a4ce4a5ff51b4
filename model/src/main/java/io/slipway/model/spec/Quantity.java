package io.slipway.model.spec;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quantity as Kubernetes writes it: {@code 500m}, {@code 2}, {@code 40Gi}, {@code 1e3}.
 *
 * @param value as written
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">Quantity</a>
 */
public record Quantity(String value) implements Comparable<Quantity> {
    private static final Pattern FORM = Pattern.compile(
            "([+-]?[0-9]+(?:\\.[0-9]*)?|[+-]?\\.[0-9]+)(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|n|u|[eE][+-]?[0-9]{1,3})?");

    public Quantity {
        Objects.requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' is not a quantity such as 500m, 2 or 40Gi");
        }
    }

    /** The number in base units: cores, bytes, pieces. */
    public BigDecimal number() {
        Matcher parts = FORM.matcher(value);
        if (!parts.matches()) {
            throw new IllegalStateException(value);
        }
        BigDecimal number = new BigDecimal(parts.group(1));
        String suffix = parts.group(2);
        if (suffix == null) {
            return number;
        }
        BigDecimal factor = Units.FACTORS.get(suffix);
        return number.multiply(factor != null ? factor : new BigDecimal("1" + suffix));
    }

    @Override
    public int compareTo(Quantity other) {
        return number().compareTo(other.number());
    }

    @Override
    public String toString() {
        return value;
    }

    /** Apart, because Java takes 20 ms to make its first decimal, and whether a text is a quantity is told without. */
    private static final class Units {
        private static final Map<String, BigDecimal> FACTORS = Map.ofEntries(
                Map.entry("n", new BigDecimal("1e-9")),
                Map.entry("u", new BigDecimal("1e-6")),
                Map.entry("m", new BigDecimal("1e-3")),
                Map.entry("k", new BigDecimal("1e3")),
                Map.entry("M", new BigDecimal("1e6")),
                Map.entry("G", new BigDecimal("1e9")),
                Map.entry("T", new BigDecimal("1e12")),
                Map.entry("P", new BigDecimal("1e15")),
                Map.entry("E", new BigDecimal("1e18")),
                Map.entry("Ki", BigDecimal.TWO.pow(10)),
                Map.entry("Mi", BigDecimal.TWO.pow(20)),
                Map.entry("Gi", BigDecimal.TWO.pow(30)),
                Map.entry("Ti", BigDecimal.TWO.pow(40)),
                Map.entry("Pi", BigDecimal.TWO.pow(50)),
                Map.entry("Ei", BigDecimal.TWO.pow(60)));

        private Units() {}
    }
}
