package io.slipway.activities.validate.probes;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.model.action.Probe.QuotaProbe;
import io.slipway.model.spec.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads resource quotas and their highest used share. */
final class QuotaAsker implements Asker<QuotaProbe> {
    private record Use(String quota, String resource, String used, String hard, double share) {
        Map<String, Object> value() {
            return Map.of("name", quota, "resource", resource, "used", used, "hard", hard, "share", share);
        }

        String line() {
            return resource + " " + used + " of " + hard + " (" + Math.round(share) + " %) in resourcequota/" + quota;
        }
    }

    @Override
    public String subject(QuotaProbe probe) {
        return "the quotas of "
                + probe.namespace().map(name -> "namespace " + name).orElse("the namespace");
    }

    @Override
    public String rule(QuotaProbe probe) {
        return "no resource is above " + probe.percent() + " % of its quota";
    }

    @Override
    public String byHand(QuotaProbe probe, String namespace) {
        return "kubectl describe resourcequota -n " + probe.namespace().orElse(namespace);
    }

    @Override
    public Calls calls(QuotaProbe probe, Reach reach) throws InterruptedException {
        return reach.callsOn("resourcequotas", reach.namespace(probe.namespace()), "list");
    }

    @Override
    public Seen ask(QuotaProbe probe, Reach reach) throws InterruptedException {
        String namespace = reach.namespace(probe.namespace());
        List<Use> uses = new ArrayList<>();
        for (JsonNode quota : reach.list("resourcequotas", namespace, "")) {
            uses.addAll(uses(quota));
        }
        double highest = uses.stream().mapToDouble(Use::share).max().orElse(0);
        List<Use> above =
                uses.stream().filter(use -> use.share() > probe.percent()).toList();
        return Seen.good(
                        Map.of("quotas", uses.stream().map(Use::value).toList(), "share", highest),
                        uses.isEmpty() ? "no quota" : (lines(uses)))
                .butWhen(
                        !above.isEmpty(),
                        lines(above),
                        "raise the quota of namespace " + namespace + ", or free what is not needed");
    }

    private static String lines(List<Use> uses) {
        return uses.stream().map(Use::line).collect(Collectors.joining("; "));
    }

    private static List<Use> uses(JsonNode quota) {
        List<Use> uses = new ArrayList<>();
        quota.path("status").path("hard").properties().forEach(entry -> {
            String used = quota.path("status").path("used").path(entry.getKey()).asText("0");
            String hard = entry.getValue().asText();
            uses.add(new Use(
                    quota.path("metadata").path("name").asText(), entry.getKey(), used, hard, share(used, hard)));
        });
        return uses;
    }

    private static double share(String used, String hard) {
        BigDecimal most = new Quantity(hard).number();
        BigDecimal now = new Quantity(used).number();
        if (most.signum() == 0) {
            return now.signum() == 0 ? 0 : 100;
        }
        return now.multiply(BigDecimal.valueOf(100))
                .divide(most, MathContext.DECIMAL64)
                .doubleValue();
    }
}
