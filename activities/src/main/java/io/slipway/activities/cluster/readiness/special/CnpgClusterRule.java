package io.slipway.activities.cluster.readiness.special;

import io.slipway.activities.cluster.readiness.rule.Condition;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A CloudNativePG cluster says in a sentence how it is. */
final class CnpgClusterRule implements ReadinessRule {

    private static final List<String> BROKEN = List.of(
            "fail", "unrecoverable", "unable", "cannot", "invalid", "waiting for user", "switchover", "delayed");

    @Override
    public Optional<Readiness> judge(KubeObject cluster) {
        String loop = cluster.at("metadata.annotations")
                .path("cnpg.io/reconciliationLoop")
                .asText("");
        if (loop.equals("disabled")) {
            return Optional.of(new Readiness.Progressing("its reconciliation is switched off by an annotation"));
        }
        Optional<Condition> hibernation =
                cluster.condition("cnpg.io/hibernation").filter(Condition::isTrue);
        if (hibernation.isPresent()) {
            return hibernation.map(c -> new Readiness.Progressing(c.describe()));
        }
        String phase = cluster.text("status.phase");
        String reason = cluster.text("status.phaseReason");
        String text = phase + (reason.isEmpty() ? "" : ": " + reason);
        if (phase.isEmpty()) {
            return Optional.of(new Readiness.Progressing("the operator has not seen it yet"));
        }
        boolean ready = cluster.condition("Ready").map(Condition::isTrue).orElse(true);
        if (phase.equals("Cluster in healthy state") && ready) {
            return Optional.of(new Readiness.Ready(text));
        }
        String lower = phase.toLowerCase(Locale.ROOT);
        return Optional.of(
                BROKEN.stream().anyMatch(lower::contains)
                        ? new Readiness.Failed(text)
                        : new Readiness.Progressing(text));
    }
}
