package io.slipway.activities.cluster.readiness.pack;

import io.slipway.activities.cluster.readiness.general.Lifecycle;
import io.slipway.activities.cluster.readiness.rule.Condition;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One rule of a pack: when all tests hold, the outcome.
 *
 * @param outcome what the object then is
 * @param tests all of which must hold; none means always
 * @param say what to tell instead of what was seen; empty for the latter
 */
record Clause(Outcome outcome, List<Test> tests, String say) implements ReadinessRule {

    Clause {
        tests = List.copyOf(tests);
    }

    @Override
    public Optional<Readiness> judge(KubeObject object) {
        List<Test.Seen> seen = new ArrayList<>();
        for (Test test : tests) {
            Optional<Test.Seen> one = test.on(object);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            seen.add(one.get());
        }
        return Optional.of(stale(object, seen).orElseGet(() -> outcome.because(reason(object, seen))));
    }

    private static Optional<Readiness> stale(KubeObject object, List<Test.Seen> seen) {
        return seen.stream()
                .map(Test.Seen::condition)
                .flatMap(Optional::stream)
                .filter(c -> c.olderThan(object.generation()))
                .findFirst()
                .map(c -> Lifecycle.stale(object.generation().orElseThrow(), observed(c)));
    }

    private static long observed(Condition condition) {
        return condition.observedGeneration().orElseThrow();
    }

    private String reason(KubeObject object, List<Test.Seen> seen) {
        if (!say.isEmpty()) {
            return say;
        }
        // What a condition says tells people more than a bare field.
        return seen.stream()
                .sorted(Comparator.comparing(one -> one.condition().isEmpty()))
                .map(Test.Seen::text)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(object.kind() + " has what it needs");
    }
}
