package io.slipway.activities.cluster.readiness.pack;

import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the rules of a pack: entries such as {@code - failed: { Ready: False(*Error) }}. */
final class ClauseReader {

    private static final Pattern PATH = Pattern.compile("(all )?(status|spec|metadata)([.\\[].*)?|(all )?healthy");

    private ClauseReader() {}

    static List<ReadinessRule> rules(List<?> entries) {
        List<ReadinessRule> rules = new ArrayList<>();
        for (Object entry : entries) {
            rules.add(clause((Map<?, ?>) entry));
        }
        return rules;
    }

    /** A list of texts, or one text. */
    static List<String> strings(Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return List.of(String.valueOf(value));
    }

    private static Clause clause(Map<?, ?> entry) {
        Optional<Outcome> outcome = Optional.empty();
        Object when = Map.of();
        String say = "";
        for (Map.Entry<?, ?> field : entry.entrySet()) {
            String key = String.valueOf(field.getKey());
            if (key.equals("say")) {
                say = String.valueOf(field.getValue());
            } else {
                outcome = Optional.of(outcome(key));
                when = field.getValue();
            }
        }
        List<Test> tests = when instanceof Map<?, ?> map ? tests(map) : List.of();
        return new Clause(outcome.orElseThrow(() -> new PackException("a rule without an outcome")), tests, say);
    }

    private static Outcome outcome(String key) {
        try {
            return Outcome.valueOf(key.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new PackException("'" + key + "' is no outcome; write ready, progressing or failed", unknown);
        }
    }

    private static List<Test> tests(Map<?, ?> map) {
        List<Test> tests = new ArrayList<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            tests.add(test(String.valueOf(entry.getKey()), entry.getValue()));
        }
        return tests;
    }

    private static Test test(String key, Object value) {
        String wanted = strings(value).stream().collect(Collectors.joining("|"));
        return PATH.matcher(key).matches() ? PathTest.of(key, wanted) : ConditionTest.of(key, wanted);
    }
}
