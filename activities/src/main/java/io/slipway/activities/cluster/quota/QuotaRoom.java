package io.slipway.activities.cluster.quota;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.spec.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The room that the quotas of a namespace leave for more pods. */
public final class QuotaRoom {
    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    private final List<JsonNode> quotas;

    /** The room under these ResourceQuotas. */
    public QuotaRoom(List<JsonNode> quotas) {
        this.quotas = List.copyOf(quotas);
    }

    /**
     * One resource of one quota after so many more pods.
     *
     * @param quota name of the ResourceQuota
     * @param resource as the quota names it
     * @param needed how much more is needed
     * @param used how much is used
     * @param hard how much there is
     */
    public record Use(String quota, String resource, BigDecimal needed, BigDecimal used, BigDecimal hard) {
        /** Whether there is too little. */
        public boolean exceeded() {
            return used.add(needed).compareTo(hard) > 0;
        }

        /** The used share afterwards, in percent. */
        public long percent() {
            return hard.signum() == 0
                    ? 100
                    : used.add(needed)
                            .multiply(FULL)
                            .divide(hard, MathContext.DECIMAL64)
                            .longValue();
        }

        /** How many more pods fit, when {@code pods} of them need {@code needed}. */
        long fits(long pods) {
            BigDecimal each = needed.divide(BigDecimal.valueOf(pods), MathContext.DECIMAL64);
            return hard.subtract(used)
                    .max(BigDecimal.ZERO)
                    .divide(each, 0, RoundingMode.FLOOR)
                    .longValue();
        }

        /** The arithmetic, for people. */
        public String line() {
            BigDecimal free = hard.subtract(used).max(BigDecimal.ZERO);
            String sum = resource + ": " + Amounts.text(resource, needed) + " more needed, "
                    + Amounts.text(resource, free) + " of " + Amounts.text(resource, hard) + " free in resourcequota/"
                    + quota;
            return exceeded() ? sum + ", " + Amounts.text(resource, needed.subtract(free)) + " too little" : sum;
        }
    }

    /** Every quota's resource that so many more pods count for. */
    public List<Use> uses(PodDemand demand, JsonNode podSpec, long pods) {
        List<Use> uses = new ArrayList<>();
        for (JsonNode quota : quotas) {
            if (QuotaScopes.match(quota, podSpec)) {
                quota.path("spec").path("hard").properties().forEach(limit -> {
                    BigDecimal needed = demand.of(limit.getKey()).multiply(BigDecimal.valueOf(pods));
                    if (needed.signum() > 0) {
                        uses.add(use(quota, limit.getKey(), limit.getValue(), needed));
                    }
                });
            }
        }
        return uses;
    }

    /** How many of the pods fit. */
    public static long fits(List<Use> uses, long pods) {
        return uses.stream().mapToLong(use -> use.fits(pods)).min().orElse(pods);
    }

    static Use use(JsonNode quota, String resource, JsonNode hard, BigDecimal needed) {
        String used = quota.path("status").path("used").path(resource).asText("0");
        return new Use(
                quota.path("metadata").path("name").asText(),
                resource,
                needed,
                new Quantity(used).number(),
                new Quantity(hard.asText()).number());
    }
}
