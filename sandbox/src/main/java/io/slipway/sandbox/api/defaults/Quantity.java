package io.slipway.sandbox.api.defaults;

import io.slipway.sandbox.store.Refusals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of a resource, such as {@code 500m} or {@code 4Gi}.
 *
 * @param amount the exact amount
 * @param binary whether it was written with a power of two
 */
public record Quantity(BigDecimal amount, boolean binary) implements Comparable<Quantity> {

    /** With few digits: of {@code 1e999999999} nobody can make a number. */
    private static final Pattern FORM = Pattern.compile(
            "^([+-]?(?:[0-9]{1,40}\\.?[0-9]{0,20}|\\.[0-9]{1,20}))(?:([eE][+-]?[0-9]{1,2})|(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei))?$");

    private static final List<String> DECIMAL = List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final int UNIT = 3;
    private static final BigInteger KIBI = BigInteger.valueOf(1024);

    /** Nothing. */
    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO, false);

    /**
     * Reads an amount.
     *
     * @param text as in a manifest
     * @return the amount
     * @throws io.slipway.sandbox.store.StatusException {@code BadRequest} when it is none
     */
    public static Quantity parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw Refusals.badRequest(
                    "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$': "
                            + text);
        }
        String suffix = form.group(3) == null ? "" : form.group(3);
        BigDecimal number = new BigDecimal(form.group(1) + (form.group(2) == null ? "" : form.group(2)));
        boolean binary = suffix.endsWith("i");
        BigDecimal factor = binary
                ? new BigDecimal(KIBI.pow(BINARY.indexOf(suffix)))
                : BigDecimal.ONE.scaleByPowerOfTen(UNIT * (DECIMAL.indexOf(suffix) - UNIT));
        return new Quantity(number.multiply(factor), binary);
    }

    /**
     * The sum.
     *
     * @param other what to add
     * @return the sum, written like the larger part
     */
    public Quantity plus(Quantity other) {
        return new Quantity(amount.add(other.amount), binary || other.binary);
    }

    @Override
    public int compareTo(Quantity other) {
        return amount.compareTo(other.amount);
    }

    /** The canonical form: a whole number with the largest unit that keeps it exact. */
    @Override
    public String toString() {
        if (amount.signum() == 0) {
            return "0";
        }
        boolean small = amount.abs().compareTo(new BigDecimal(KIBI)) < 0;
        return binary && !small ? binaryText() : decimalText();
    }

    private String binaryText() {
        BigInteger whole = amount.setScale(0, RoundingMode.CEILING).toBigIntegerExact();
        int unit = 0;
        while (unit < BINARY.size() - 1 && whole.mod(KIBI).signum() == 0) {
            whole = whole.divide(KIBI);
            unit++;
        }
        return whole + BINARY.get(unit);
    }

    private String decimalText() {
        BigInteger nano = amount.movePointRight(3 * UNIT)
                .setScale(0, RoundingMode.CEILING)
                .toBigIntegerExact();
        BigInteger thousand = BigInteger.valueOf(1000);
        int unit = 0;
        while (unit < DECIMAL.size() - 1 && nano.mod(thousand).signum() == 0) {
            nano = nano.divide(thousand);
            unit++;
        }
        return nano + DECIMAL.get(unit);
    }
}
