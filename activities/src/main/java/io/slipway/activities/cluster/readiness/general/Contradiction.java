package io.slipway.activities.cluster.readiness.general;

import io.slipway.activities.cluster.readiness.rule.Condition;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks for a condition that does not go with being ready, for rules that look only at some of them. */
public final class Contradiction {

    private Contradiction() {}

    /**
     * The first such condition in words: a good one that is not True, or a bad one that is; types that are ignored do not
     * count.
     */
    public static Optional<String> in(KubeObject object, Predicate<String> ignored) {
        return object.conditions().stream()
                .filter(condition -> !ignored.test(condition.type()))
                .filter(Contradiction::contradicts)
                .findFirst()
                .map(Condition::describe);
    }

    private static boolean contradicts(Condition condition) {
        boolean neutral = ReasonWords.isNeutral(condition.reason());
        return switch (Polarity.of(condition.type())) {
            case GOOD, STEP -> !condition.isTrue() && !neutral;
            case BAD -> condition.isTrue();
            case BUSY, NEUTRAL -> false;
        };
    }
}
