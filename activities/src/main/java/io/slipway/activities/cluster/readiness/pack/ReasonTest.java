package io.slipway.activities.cluster.readiness.pack;

import io.slipway.activities.cluster.readiness.general.Complaint;
import io.slipway.activities.cluster.readiness.general.ReasonWords;
import io.slipway.activities.cluster.readiness.rule.Condition;
import java.util.function.Predicate;

/** What stands in the brackets after a condition's status. */
final class ReasonTest {

    private ReasonTest() {}

    /** {@code null} for no brackets; {@code !} in front turns it round. */
    static Predicate<Condition> of(String reason) {
        if (reason == null) {
            return c -> true;
        }
        if (reason.startsWith("!")) {
            return of(reason.substring(1)).negate();
        }
        return switch (reason) {
            case "error" -> Complaint::isError;
            case "progress" -> c -> ReasonWords.isProgress(c.reason());
            default -> {
                Glob glob = Glob.of(reason);
                yield c -> glob.matches(c.reason());
            }
        };
    }
}
