package io.slipway.activities.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A label selector as kubectl takes it: {@code a=b,c!=d,e in (f,g),h notin (i),j,!k}. */
public final class Selector {
    private static final Pattern SET = Pattern.compile("(\\S+)\\s+(in|notin)\\s*\\(([^)]*)\\)");
    private static final Pattern EQUAL = Pattern.compile("([^=!\\s]+)\\s*(==|=|!=)\\s*(\\S*)");
    private static final Pattern EXISTS = Pattern.compile("(!?)\\s*([A-Za-z0-9./_-]+)");
    private static final Pattern COMMA = Pattern.compile(",(?![^()]*\\))");

    private final String text;
    private final List<Requirement> requirements;

    private record Requirement(String key, boolean wanted, boolean absentToo, Set<String> values) {
        boolean matches(Map<String, String> labels) {
            String value = labels.get(key);
            if (value == null) {
                return absentToo;
            }
            return values.isEmpty() ? wanted : values.contains(value) == wanted;
        }
    }

    private Selector(String text, List<Requirement> requirements) {
        this.text = text;
        this.requirements = List.copyOf(requirements);
    }

    /**
     * Reads a selector; an empty one matches everything.
     *
     * @throws IllegalArgumentException when a part is none of the forms; the message has it
     */
    public static Selector parse(String text) {
        List<Requirement> requirements = new ArrayList<>();
        for (String part : COMMA.split(text)) {
            if (!part.isBlank()) {
                requirements.add(requirement(part.strip()));
            }
        }
        return new Selector(text, requirements);
    }

    private static Requirement requirement(String part) {
        Matcher set = SET.matcher(part);
        if (set.matches()) {
            boolean in = set.group(2).equals("in");
            return new Requirement(set.group(1), in, !in, values(set.group(3)));
        }
        Matcher equal = EQUAL.matcher(part);
        if (equal.matches()) {
            boolean wanted = !equal.group(2).equals("!=");
            return new Requirement(equal.group(1), wanted, !wanted, Set.of(equal.group(3)));
        }
        Matcher exists = EXISTS.matcher(part);
        if (exists.matches()) {
            boolean wanted = exists.group(1).isEmpty();
            return new Requirement(exists.group(2), wanted, !wanted, Set.of());
        }
        throw new IllegalArgumentException("'" + part + "' is not a label selector; write key=value, key!=value, "
                + "key in (a,b), key notin (a,b), key or !key");
    }

    private static Set<String> values(String list) {
        return COMMA.splitAsStream(list).map(String::strip).collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /** The text of a LabelSelector's tree, {@code matchLabels} and {@code matchExpressions}. */
    public static String text(JsonNode labelSelector) {
        List<String> parts = new ArrayList<>();
        labelSelector
                .path("matchLabels")
                .properties()
                .forEach(e -> parts.add(e.getKey() + "=" + e.getValue().asText()));
        for (JsonNode expression : labelSelector.path("matchExpressions")) {
            List<String> values = new ArrayList<>();
            expression.path("values").forEach(value -> values.add(value.asText()));
            String key = expression.path("key").asText();
            String in = "(" + String.join(",", values) + ")";
            parts.add(
                    switch (expression.path("operator").asText()) {
                        case "In" -> key + " in " + in;
                        case "NotIn" -> key + " notin " + in;
                        case "Exists" -> key;
                        default -> "!" + key;
                    });
        }
        return String.join(",", parts);
    }

    /** Whether an object has such labels. */
    public boolean matches(JsonNode object) {
        Map<String, String> labels = new TreeMap<>();
        object.path("metadata")
                .path("labels")
                .properties()
                .forEach(e -> labels.put(e.getKey(), e.getValue().asText()));
        return requirements.stream().allMatch(each -> each.matches(labels));
    }

    @Override
    public String toString() {
        return text;
    }
}
