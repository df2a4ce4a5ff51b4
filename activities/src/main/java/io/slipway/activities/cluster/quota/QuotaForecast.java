package io.slipway.activities.cluster.quota;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.spec.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the quotas of a namespace say of objects that are to be made or changed. Pods that a rolling update has beside the old
 * ones for a while are not counted.
 */
public final class QuotaForecast {
    private final List<JsonNode> quotas;
    private final LimitDefaults defaults;
    private final Map<JsonNode, Map<String, BigDecimal>> needed = new LinkedHashMap<>();
    private final Set<String> steps = new TreeSet<>();

    /** The forecast for a namespace with these ResourceQuotas. */
    public QuotaForecast(List<JsonNode> quotas, LimitDefaults defaults) {
        this.quotas = List.copyOf(quotas);
        this.defaults = defaults;
    }

    /**
     * An object that a step wants.
     *
     * @param step the step
     * @param plural of its kind, with the group: {@code deployments.apps}
     * @param before as it is; missing when it is not there
     * @param after as it shall be
     */
    public void add(String step, String plural, JsonNode before, JsonNode after) {
        Pods now = Pods.of(after, Pods.of(before, null));
        Pods then = Pods.of(before, null);
        for (JsonNode quota : quotas) {
            for (Map.Entry<String, JsonNode> limit :
                    quota.path("spec").path("hard").properties()) {
                BigDecimal more = pods(quota, limit.getKey(), now)
                        .subtract(pods(quota, limit.getKey(), then))
                        .add(own(limit.getKey(), plural, before, after));
                if (more.signum() != 0) {
                    needed.computeIfAbsent(quota, each -> new TreeMap<>()).merge(limit.getKey(), more, BigDecimal::add);
                    steps.add(step);
                }
            }
        }
    }

    private BigDecimal pods(JsonNode quota, String resource, Pods pods) {
        return pods.count() == 0 || !QuotaScopes.match(quota, pods.spec())
                ? BigDecimal.ZERO
                : pods.demand(defaults).of(resource).multiply(BigDecimal.valueOf(pods.count()));
    }

    /** What the object itself counts for: as one of its kind, and the storage of a claim. */
    private static BigDecimal own(String resource, String plural, JsonNode before, JsonNode after) {
        boolean counted = resource.equals("count/" + plural) || resource.equals(plural);
        if (counted && !plural.equals("pods")) {
            return before.isMissingNode() ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        return resource.equals("requests.storage") && plural.equals("persistentvolumeclaims")
                ? storage(after).subtract(storage(before))
                : BigDecimal.ZERO;
    }

    private static BigDecimal storage(JsonNode claim) {
        return new Quantity(claim.at("/spec/resources/requests/storage").asText("0")).number();
    }

    /** A line for each quota's resource of which there is too little; empty when all fits. */
    public List<String> exceeded() {
        List<String> lines = new ArrayList<>();
        needed.forEach((quota, resources) -> resources.forEach((resource, more) -> {
            QuotaRoom.Use use = QuotaRoom.use(
                    quota, resource, quota.path("spec").path("hard").path(resource), more);
            if (more.signum() > 0 && use.exceeded()) {
                lines.add(use.line() + "; asked for by " + String.join(", ", steps));
            }
        }));
        return lines;
    }
}
