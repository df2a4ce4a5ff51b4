package io.slipway.model.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A choice by labels, as kubectl takes it: {@code region=eu,ring!=canary,tier in (a, b),!old}.
 *
 * @param terms all of which must hold
 * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/">Label selectors</a>
 */
public record LabelSelector(List<Term> terms) {
    private static final int LONGEST = 10_000;
    private static final String KEY =
            "((?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?/)?" + "[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)";
    private static final Pattern VALUE = Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?");
    private static final Pattern EQUALS = Pattern.compile(KEY + "\\s*(==|=|!=)\\s*([^\\s=!]*)");
    private static final Pattern IN = Pattern.compile(KEY + "\\s+(in|notin)\\s*\\(([^()]*)\\)");
    private static final Pattern EXISTS = Pattern.compile("(!?)\\s*" + KEY);
    private static final Pattern COMMA_OUTSIDE = Pattern.compile(",(?![^(]*\\))");

    public LabelSelector {
        terms = List.copyOf(terms);
    }

    /** What a label must be. */
    public sealed interface Term {
        /** Whether labels are so. */
        boolean holds(Map<String, String> labels);
    }

    /**
     * It has one of the values, or, when {@code not}, none of them.
     *
     * @param key the label
     * @param values the values
     * @param not whether it must not; a missing label then holds
     */
    public record In(String key, List<String> values, boolean not) implements Term {
        public In {
            values = List.copyOf(values);
        }

        @Override
        public boolean holds(Map<String, String> labels) {
            return not != values.contains(labels.getOrDefault(key, "\0"));
        }
    }

    /**
     * It is there, or, when {@code not}, it is not.
     *
     * @param key the label
     * @param not whether it must be missing
     */
    public record Exists(String key, boolean not) implements Term {
        @Override
        public boolean holds(Map<String, String> labels) {
            return not != labels.containsKey(key);
        }
    }

    /**
     * Reads a selector.
     *
     * @throws IllegalArgumentException when it is none; the message names the part
     */
    public static LabelSelector parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("a selector has at most " + LONGEST + " characters");
        }
        return new LabelSelector(Arrays.stream(COMMA_OUTSIDE.split(text.strip(), -1))
                .map(String::strip)
                .map(LabelSelector::term)
                .toList());
    }

    private static Term term(String text) {
        Matcher in = IN.matcher(text);
        if (in.matches()) {
            List<String> values = Arrays.stream(in.group(3).split(",", -1))
                    .map(String::strip)
                    .map(LabelSelector::value)
                    .toList();
            return new In(in.group(1), values, in.group(2).equals("notin"));
        }
        Matcher equals = EQUALS.matcher(text);
        if (equals.matches()) {
            return new In(
                    equals.group(1),
                    List.of(value(equals.group(3))),
                    equals.group(2).equals("!="));
        }
        Matcher exists = EXISTS.matcher(text);
        if (exists.matches()) {
            return new Exists(exists.group(2), !exists.group(1).isEmpty());
        }
        throw new IllegalArgumentException(
                "'" + text + "' is not a valid selector term: write key=value, key!=value, key in (a, b), key or !key");
    }

    private static String value(String text) {
        if (!VALUE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a valid label value: use at most 63 letters, digits,"
                            + " -, _ and ., starting and ending with a letter or digit");
        }
        return text;
    }

    /** Whether labels are chosen. */
    public boolean matches(Map<String, String> labels) {
        return terms.stream().allMatch(term -> term.holds(labels));
    }
}
