package io.slipway.sandbox.api.select;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.Refusals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Selects objects by labels: {@code app=x,tier!=y,env in (a,b),!old}, or a {@code LabelSelector} of an object. */
public final class LabelSelector {

    private static final Pattern SET = Pattern.compile("^([^\\s!=,()]+)\\s+(in|notin)\\s*\\(([^)]*)\\)$");
    private static final Pattern EQUALITY = Pattern.compile("^([^\\s!=,()]+)\\s*(==|=|!=)\\s*([^\\s!=,()]*)$");
    private static final Pattern EXISTS = Pattern.compile("^(!?)\\s*([^\\s!=,()]+)$");
    private static final Pattern COMMA_OUTSIDE_SETS = Pattern.compile(",(?![^(]*\\))");

    private LabelSelector() {}

    /**
     * Reads a selector of a query.
     *
     * @param text the selector, empty for everything
     * @return tests an object
     * @throws io.slipway.sandbox.store.StatusException {@code BadRequest} when it is wrong
     */
    public static Predicate<JsonNode> parse(String text) {
        List<Predicate<Map<String, String>>> all = new ArrayList<>();
        for (String part : COMMA_OUTSIDE_SETS.split(text, -1)) {
            if (!part.isBlank()) {
                all.add(requirement(part.strip()));
            }
        }
        return on(all);
    }

    /**
     * Reads a {@code LabelSelector} with {@code matchLabels} and {@code matchExpressions}.
     *
     * @param selector the selector; an empty one selects everything
     * @return tests an object
     */
    public static Predicate<JsonNode> of(JsonNode selector) {
        List<Predicate<Map<String, String>>> all = new ArrayList<>();
        selector.path("matchLabels")
                .properties()
                .forEach(entry ->
                        all.add(in(entry.getKey(), Set.of(entry.getValue().asText()))));
        selector.path("matchExpressions").forEach(expression -> all.add(expression(expression)));
        return on(all);
    }

    private static Predicate<Map<String, String>> expression(JsonNode expression) {
        String key = expression.path("key").asText();
        Set<String> values = StreamSupport.stream(expression.path("values").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        return switch (expression.path("operator").asText()) {
            case "In" -> in(key, values);
            case "NotIn" -> in(key, values).negate();
            case "Exists" -> labels -> labels.containsKey(key);
            default -> labels -> !labels.containsKey(key);
        };
    }

    private static Predicate<Map<String, String>> requirement(String text) {
        Matcher set = SET.matcher(text);
        if (set.matches()) {
            Set<String> values = Arrays.stream(set.group(3).split(",", -1))
                    .map(String::strip)
                    .collect(Collectors.toSet());
            var in = in(set.group(1), values);
            return set.group(2).equals("in") ? in : in.negate();
        }
        Matcher equality = EQUALITY.matcher(text);
        if (equality.matches()) {
            var in = in(equality.group(1), Set.of(equality.group(3)));
            return equality.group(2).equals("!=") ? in.negate() : in;
        }
        Matcher exists = EXISTS.matcher(text);
        if (exists.matches()) {
            String key = exists.group(2);
            return labels -> labels.containsKey(key) == exists.group(1).isEmpty();
        }
        throw Refusals.badRequest("unable to parse requirement: invalid label selector \"%s\"".formatted(text));
    }

    private static Predicate<Map<String, String>> in(String key, Set<String> values) {
        return labels -> labels.containsKey(key) && values.contains(labels.get(key));
    }

    private static Predicate<JsonNode> on(List<Predicate<Map<String, String>>> all) {
        if (all.isEmpty()) {
            return object -> true;
        }
        return object -> {
            Map<String, String> labels = Meta.labels(object);
            return all.stream().allMatch(one -> one.test(labels));
        };
    }
}
