package io.slipway.activities.cluster.readiness.rule;

import java.util.Optional;

/** One way to judge an object; pure: no clock, no cluster, no state. */
@FunctionalInterface
public interface ReadinessRule {

    /** The verdict, or empty when this rule has nothing to say about the object. */
    Optional<Readiness> judge(KubeObject object);

    /** This rule first, then {@code next} when this one has nothing to say. */
    default ReadinessRule orElse(ReadinessRule next) {
        return object -> judge(object).or(() -> next.judge(object));
    }
}
