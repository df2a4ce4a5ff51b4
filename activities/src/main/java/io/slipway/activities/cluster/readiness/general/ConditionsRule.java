package io.slipway.activities.cluster.readiness.general;

import io.slipway.activities.cluster.readiness.rule.Condition;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges {@code status.conditions} of a kind nobody described: first what has failed, then what is under way, then
 * whether everything that should be True is.
 */
final class ConditionsRule implements ReadinessRule {

    /** Types that sum up the others; when one is there, details are not asked for more than they complain. */
    private static final Set<String> SUMMARY =
            Set.of("Ready", "Available", "Healthy", "Succeeded", "Complete", "Completed");

    /** Reasons by which a progressing condition says that the progress is over. */
    private static final Set<String> ARRIVED = Set.of(
            "NewReplicaSetAvailable",
            "NewReplicationControllerAvailable",
            "Completed",
            "Complete",
            "Succeeded",
            "AsExpected");

    @Override
    public Optional<Readiness> judge(KubeObject object) {
        return judge(object, object.conditions());
    }

    /** The same for conditions kept elsewhere in the object. */
    static Optional<Readiness> judge(KubeObject object, List<Condition> conditions) {
        return broken(conditions)
                .<Readiness>map(c -> new Readiness.Failed(c.describe()))
                .or(() -> stale(object, conditions))
                .or(() -> open(conditions).map(c -> new Readiness.Progressing(c.describe())))
                .or(() -> done(conditions));
    }

    /** A bad one that is True, a good one that complains, work that ended with an error. */
    private static Optional<Condition> broken(List<Condition> conditions) {
        return conditions.stream().filter(ConditionsRule::isBroken).findFirst();
    }

    private static boolean isBroken(Condition condition) {
        return switch (Polarity.of(condition.type())) {
            case BAD -> condition.isTrue();
            case GOOD, STEP ->
                (condition.isFalse() && Complaint.isError(condition))
                        || (condition.isTrue() && ReasonWords.isError(condition.reason()));
            case BUSY -> condition.isFalse() && ReasonWords.isError(condition.reason());
            case NEUTRAL -> false;
        };
    }

    private static Optional<Readiness> stale(KubeObject object, List<Condition> conditions) {
        return conditions.stream()
                .filter(c -> Polarity.of(c.type()) == Polarity.GOOD)
                .filter(c -> c.olderThan(object.generation()))
                .findFirst()
                .map(c -> Lifecycle.stale(
                        object.generation().orElseThrow(),
                        c.observedGeneration().orElseThrow()));
    }

    /** What is under way, or should be True and is not. */
    private static Optional<Condition> open(List<Condition> conditions) {
        boolean summedUp = conditions.stream().anyMatch(c -> c.type().equals("Ready") && c.isTrue());
        return conditions.stream()
                .filter(c -> switch (Polarity.of(c.type())) {
                    case BUSY -> c.isTrue() && !ARRIVED.contains(c.reason());
                    // Ready sums up the steps; and what rests for want of work is not active.
                    case STEP -> !summedUp && isOpen(c);
                    case GOOD -> isOpen(c) && !(summedUp && c.type().equals("Active"));
                    case BAD, NEUTRAL -> false;
                })
                .findFirst();
    }

    private static boolean isOpen(Condition condition) {
        return !condition.isTrue() && !(condition.isFalse() && ReasonWords.isNeutral(condition.reason()));
    }

    /**
     * Steps alone are no arrival: without a good one nothing is known. Nor is Crossplane's Synced, which says that the
     * spec was taken, not that what it asks for is there.
     */
    private static Optional<Readiness> done(List<Condition> conditions) {
        List<Condition> good = conditions.stream()
                .filter(c -> Polarity.of(c.type()) == Polarity.GOOD && c.isTrue())
                .filter(c -> !c.type().equals("Synced"))
                .toList();
        return good.stream()
                .filter(c -> SUMMARY.contains(c.type()))
                .findFirst()
                .or(() -> good.stream().findFirst())
                .map(c -> new Readiness.Ready(c.describe()));
    }
}
