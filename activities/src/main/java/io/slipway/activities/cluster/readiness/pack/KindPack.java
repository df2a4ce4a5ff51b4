package io.slipway.activities.cluster.readiness.pack;

import io.slipway.activities.cluster.readiness.general.Contradiction;
import io.slipway.activities.cluster.readiness.general.GeneralRules;
import io.slipway.activities.cluster.readiness.general.Lifecycle;
import io.slipway.activities.cluster.readiness.general.SuspendedRule;
import io.slipway.activities.cluster.readiness.rule.Condition;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.List;
import java.util.Optional;

/**
 * The rules of some kinds, from a pack file.
 *
 * @param kinds {@code group/Kind} each; {@code *} stands for any kind, or part of a group
 * @param generation where the controller notes the generation it has seen; empty for none
 * @param suspendable whether {@code spec.suspend}, {@code spec.paused} and the like mean that it will not become ready
 * @param rules the first that has something to say counts
 * @param general whether the general rules are asked when none has; otherwise the object is progressing
 * @param ignores condition types that say nothing about readiness, whatever their names promise
 */
record KindPack(
        List<String> kinds,
        String generation,
        boolean suspendable,
        List<ReadinessRule> rules,
        boolean general,
        Optional<Glob> ignores)
        implements ReadinessRule {

    private static final ReadinessRule SUSPENDED = new SuspendedRule();
    private static final Readiness SILENT = new Readiness.Progressing("its controller has not reported any status yet");
    private static final ReadinessRule GENERAL = new GeneralRules();

    KindPack {
        kinds = List.copyOf(kinds);
        rules = List.copyOf(rules);
    }

    @Override
    public Optional<Readiness> judge(KubeObject object) {
        if (!generation.isEmpty()) {
            Optional<Readiness> stale = Lifecycle.observed(generation).judge(object);
            if (stale.isPresent()) {
                return stale;
            }
        }
        Optional<Readiness> suspended = suspendable ? SUSPENDED.judge(object) : Optional.empty();
        return suspended
                .or(() -> first(object).map(verdict -> contradicted(object, verdict)))
                .or(() -> Optional.of(last(object)));
    }

    /** What a rule takes for ready is not, when a condition that it does not look at says otherwise. */
    private Readiness contradicted(KubeObject object, Readiness verdict) {
        if (!verdict.isReady()) {
            return verdict;
        }
        return Contradiction.in(
                        object,
                        type -> ignores.filter(glob -> glob.matches(type)).isPresent())
                .<Readiness>map(Readiness.Progressing::new)
                .orElse(verdict);
    }

    private Optional<Readiness> first(KubeObject object) {
        return rules.stream()
                .map(rule -> rule.judge(object).map(verdict -> silent(object, rule, verdict)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Without a status, that is the reason, not the first count that is missing. */
    private static Readiness silent(KubeObject object, ReadinessRule rule, Readiness verdict) {
        boolean plain = rule instanceof Clause clause && clause.say().isEmpty();
        return plain && verdict instanceof Readiness.Progressing && !object.has("status") ? SILENT : verdict;
    }

    private Readiness last(KubeObject object) {
        if (general) {
            return GENERAL.judge(object).orElseThrow();
        }
        if (!object.has("status")) {
            return SILENT;
        }
        return new Readiness.Progressing(object.condition("Ready")
                .or(() -> object.conditions().stream().filter(c -> !c.isTrue()).findFirst())
                .map(Condition::describe)
                .orElse("its status does not say that it is ready"));
    }
}
