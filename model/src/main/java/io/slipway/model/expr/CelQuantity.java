package io.slipway.model.expr;

import io.slipway.model.spec.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A quantity as a value of CEL. Equal when the number is equal, however written.
 *
 * @param number the number in base units, without trailing zeros
 */
record CelQuantity(BigDecimal number) implements Comparable<CelQuantity> {

    static CelQuantity parse(String text) {
        return new CelQuantity(new Quantity(text).number());
    }

    CelQuantity {
        number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    static boolean isQuantity(String text) {
        try {
            parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    boolean isInteger() {
        return number.scale() <= 0 && number.toBigInteger().bitLength() < Long.SIZE;
    }

    long asInteger() {
        if (!isInteger()) {
            throw new IllegalArgumentException("quantity " + this + " is not a whole number");
        }
        return number.longValueExact();
    }

    CelQuantity plus(BigDecimal other) {
        return new CelQuantity(number.add(other));
    }

    CelQuantity minus(BigDecimal other) {
        return new CelQuantity(number.subtract(other));
    }

    @Override
    public int compareTo(CelQuantity other) {
        return number.compareTo(other.number);
    }

    /** The number in base units, thousandths at the finest; a quantity that Kubernetes reads. */
    @Override
    public String toString() {
        if (number.scale() <= 0) {
            return number.toPlainString();
        }
        return number.scale() <= 3
                ? number.movePointRight(3).setScale(0, RoundingMode.UNNECESSARY).toPlainString() + "m"
                : number.movePointRight(9).setScale(0, RoundingMode.UP).toPlainString() + "n";
    }
}
