package io.slipway.sandbox.kube;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kubernetes quantities: {@code 250m}, {@code 2}, {@code 4Gi}. */
public final class Quantities {
    private static final Pattern FORM = Pattern.compile(
            "([+-]?(?:\\d{1,40}\\.?\\d{0,20}|\\.\\d{1,20})(?:[eE][+-]?\\d{1,2})?)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E)?");
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
            Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
            Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
            Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
            Map.entry("Ti", BigDecimal.valueOf(1L << 40)),
            Map.entry("Pi", BigDecimal.valueOf(1L << 50)),
            Map.entry("Ei", BigDecimal.valueOf(1L << 60)));

    private Quantities() {}

    /** The amount in base units; zero when the text is missing or not a quantity. */
    public static BigDecimal parse(JsonNode quantity) {
        return parse(quantity.asText(""));
    }

    /** The amount in base units; zero when the text is not a quantity. */
    public static BigDecimal parse(String text) {
        Matcher form = FORM.matcher(text.trim());
        if (!form.matches()) {
            return BigDecimal.ZERO;
        }
        BigDecimal number = new BigDecimal(form.group(1));
        return form.group(2) == null ? number : number.multiply(FACTORS.get(form.group(2)));
    }

    /** An amount of CPU as {@code 250m} or {@code 2}. */
    public static String cpu(BigDecimal cores) {
        BigDecimal milli = cores.movePointRight(3).setScale(0, RoundingMode.UP);
        boolean whole = milli.remainder(BigDecimal.valueOf(1000)).signum() == 0;
        return whole ? milli.movePointLeft(3).toBigInteger().toString() : milli + "m";
    }

    /** An amount of memory in the largest unit that keeps it whole, at least {@code Ki}. */
    public static String memory(BigDecimal bytes) {
        long left = bytes.longValue();
        String[] units = {"", "Ki", "Mi", "Gi", "Ti"};
        int unit = 0;
        while (unit < units.length - 1 && left != 0 && left % 1024 == 0) {
            left /= 1024;
            unit++;
        }
        return left + units[unit];
    }
}
