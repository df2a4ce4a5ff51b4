package io.slipway.activities.cluster.readiness.pack;

import io.slipway.activities.cluster.readiness.rule.Condition;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import java.util.Optional;

/** One line of a rule in a pack: something that holds for an object, or not. */
interface Test {

    /** What was seen when it holds; empty when it does not. */
    Optional<Seen> on(KubeObject object);

    /**
     * What was seen.
     *
     * @param text for the reason
     * @param condition the condition that was looked at, when it was one
     */
    record Seen(String text, Optional<Condition> condition) {}
}
