package io.slipway.activities.cluster.failure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All rules of fast failure, the most telling first. Pure and thread safe. */
public final class FailureRules {

    private final List<FailureRule> rules;

    FailureRules(List<FailureRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The rules that come with Slipway. */
    public static FailureRules standard() {
        return Shipped.RULES;
    }

    /** What is wrong in a tree now, the most telling first; one for each rule and object. */
    public List<Symptom> symptoms(OwnedTree tree) {
        List<Sign> signs = Signs.of(tree);
        Map<Symptom.Key, Symptom> found = new LinkedHashMap<>();
        for (FailureRule rule : rules) {
            for (Sign sign : signs) {
                rule.read(sign).ifPresent(symptom -> found.putIfAbsent(symptom.key(), symptom));
            }
        }
        return new ArrayList<>(found.values());
    }

    /**
     * The failure that is certain by now.
     *
     * @param since when each symptom was first seen; one that is not there was first seen now
     * @param now the time
     * @param grace the step's grace
     */
    public Optional<FailureCause> judge(OwnedTree tree, Map<Symptom.Key, Instant> since, Instant now, Duration grace) {
        List<Symptom> symptoms = symptoms(tree);
        return judge(symptoms, certain -> symptoms, since, now, grace);
    }

    /**
     * The same.
     *
     * @param symptoms what there is now
     * @param besides that and what comes and goes, while a symptom lasts
     */
    static Optional<FailureCause> judge(
            List<Symptom> symptoms,
            Function<Symptom, List<Symptom>> besides,
            Map<Symptom.Key, Instant> since,
            Instant now,
            Duration grace) {
        return symptoms.stream()
                .filter(symptom -> {
                    Duration seen = Duration.between(since.getOrDefault(symptom.key(), now), now);
                    return seen.compareTo(symptom.patience().of(grace)) >= 0;
                })
                .findFirst()
                .map(certain -> mostTelling(certain, symptoms, besides))
                .map(s -> new FailureCause(
                        s.rule(), s.object(), s.cause(), s.fix(), s.patience().of(grace)));
    }

    /** The most telling symptom of a tree that is known to have failed, however long it has been seen. */
    public Optional<FailureCause> worst(OwnedTree tree) {
        return symptoms(tree).stream()
                .findFirst()
                .map(s -> new FailureCause(s.rule(), s.object(), s.cause(), s.fix(), Duration.ZERO));
    }

    /**
     * The object's event may have come a moment after its condition: once it is certain, the better words are told, also of
     * what comes and goes, as a crash loop does. What sums up has waited long enough for whatever is below it.
     */
    private static Symptom mostTelling(
            Symptom certain, List<Symptom> symptoms, Function<Symptom, List<Symptom>> besides) {
        if (certain.summary()) {
            return symptoms.getFirst();
        }
        Symptom now = symptoms.stream()
                .filter(symptom -> symptom.object().equals(certain.object()))
                .filter(symptom -> symptom.patience().compareTo(certain.patience()) <= 0)
                .findFirst()
                .orElse(certain);
        return besides.apply(now).stream()
                .filter(symptom -> symptom.object().equals(now.object()))
                .filter(symptom -> symptom.patience().compareTo(now.patience()) < 0)
                .findFirst()
                .orElse(now);
    }

    /** The rules in words, in their order. */
    public List<RuleText> texts() {
        return rules.stream().map(FailureRules::text).toList();
    }

    private static RuleText text(FailureRule rule) {
        String source = rule.source().name().toLowerCase(Locale.ROOT);
        String message = rule.message().pattern();
        return new RuleText(
                rule.name(),
                source + " `" + rule.reason() + "`" + (message.isEmpty() ? "" : ", message `" + message + "`"),
                rule.patience().name().toLowerCase(Locale.ROOT),
                rule.cause(),
                rule.fix());
    }

    List<FailureRule> all() {
        return rules;
    }

    /** These without one. */
    public FailureRules without(String name) {
        return new FailureRules(
                rules.stream().filter(rule -> !rule.name().equals(name)).toList());
    }

    /** Read once, at the first question. */
    private static final class Shipped {
        private static final FailureRules RULES = new FailureRules(FailureRuleReader.shipped());
    }
}
