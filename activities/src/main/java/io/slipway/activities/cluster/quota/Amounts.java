package io.slipway.activities.cluster.quota;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts as people write them. */
final class Amounts {
    private static final BigDecimal MEBI = BigDecimal.TWO.pow(20);
    private static final BigDecimal GIBI = BigDecimal.TWO.pow(30);

    private Amounts() {}

    static String text(String resource, BigDecimal amount) {
        boolean bytes = resource.endsWith("memory") || resource.endsWith("storage");
        if (!bytes || amount.signum() == 0) {
            return plain(amount);
        }
        return amount.compareTo(GIBI) >= 0 ? in(amount, GIBI) + "Gi" : in(amount, MEBI) + "Mi";
    }

    private static String in(BigDecimal amount, BigDecimal unit) {
        return plain(amount.divide(unit, 2, RoundingMode.HALF_UP));
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
