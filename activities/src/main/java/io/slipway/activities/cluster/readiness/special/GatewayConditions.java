package io.slipway.activities.cluster.readiness.special;

import io.slipway.activities.cluster.readiness.general.Complaint;
import io.slipway.activities.cluster.readiness.general.Lifecycle;
import io.slipway.activities.cluster.readiness.general.ReasonWords;
import io.slipway.activities.cluster.readiness.rule.Condition;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import java.util.List;
import java.util.Optional;

/** Judges a list of conditions as Gateway API defines them. */
final class GatewayConditions {

    private GatewayConditions() {}

    /** The first that is not as it should be; empty when all are. {@code where} goes in front of the reason. */
    static Optional<Readiness> judge(KubeObject object, String where, List<Condition> conditions) {
        for (Condition condition : conditions) {
            if (condition.olderThan(object.generation())) {
                return Optional.of(Lifecycle.stale(
                        object.generation().orElseThrow(),
                        condition.observedGeneration().orElseThrow()));
            }
        }
        return conditions.stream()
                .map(condition -> one(where, condition))
                .flatMap(Optional::stream)
                .reduce((a, b) -> b instanceof Readiness.Failed && !(a instanceof Readiness.Failed) ? b : a);
    }

    private static Optional<Readiness> one(String where, Condition condition) {
        String text = where + condition.describe();
        return switch (condition.type()) {
            case "Conflicted", "PartiallyInvalid", "OverlappingTLSConfig" ->
                condition.isTrue() && !condition.type().startsWith("Overlapping")
                        ? Optional.of(new Readiness.Failed(text))
                        : Optional.empty();
            case "Accepted", "ResolvedRefs" -> positive(text, condition, condition.isFalse() && !waits(condition));
            default -> positive(text, condition, condition.isFalse() && Complaint.isError(condition));
        };
    }

    private static boolean waits(Condition condition) {
        return ReasonWords.isProgress(condition.reason());
    }

    private static Optional<Readiness> positive(String text, Condition condition, boolean failed) {
        if (condition.isTrue()) {
            return Optional.empty();
        }
        return Optional.of(failed ? new Readiness.Failed(text) : new Readiness.Progressing(text));
    }
}
