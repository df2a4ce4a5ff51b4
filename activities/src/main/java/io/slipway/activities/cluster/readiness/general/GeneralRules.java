package io.slipway.activities.cluster.readiness.general;

import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.List;
import java.util.Optional;

/**
 * Rules for kinds that nobody described. All evidence in the status is heard and the worst of it counts, so that one
 * good sign never hides a bad one; without any evidence the object is not ready.
 */
public final class GeneralRules implements ReadinessRule {

    private static final ReadinessRule SUSPENDED = new SuspendedRule();
    private static final List<ReadinessRule> EVIDENCE = List.of(
            new ConditionsRule(), new PhaseRule(), new StatusFieldsRule(), new ReplicasRule(), new DetailsRule());
    private static final ReadinessRule SILENT = new NoStatusRule();

    @Override
    public Optional<Readiness> judge(KubeObject object) {
        return SUSPENDED.judge(object).or(() -> evidence(object)).or(() -> SILENT.judge(object));
    }

    private static Optional<Readiness> evidence(KubeObject object) {
        Optional<Readiness> worst = Optional.empty();
        for (ReadinessRule rule : EVIDENCE) {
            Optional<Readiness> verdict = rule.judge(object);
            if (verdict.isPresent() && (worst.isEmpty() || Severity.of(verdict.get()) > Severity.of(worst.get()))) {
                worst = verdict;
            }
        }
        return worst;
    }
}
