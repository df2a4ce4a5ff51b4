package io.slipway.model.spec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of versions: {@code >=1.28}, {@code >=1.28 <1.33}, {@code 1.32}. Conditions side by side must all hold;
 * {@code ||} separates alternatives; a version without a sign means this version and its patches.
 */
public final class VersionRange {
    private static final Pattern CONDITION =
            Pattern.compile("(>=|<=|>|<|=|!=)?\\s*v?([0-9]{1,9})(?:\\.([0-9]{1,9}))?(?:\\.([0-9]{1,9}))?");
    private static final Pattern VERSION = Pattern.compile("v?([0-9]{1,9})(?:\\.([0-9]{1,9}))?(?:\\.([0-9]{1,9}))?.*");

    private final List<List<Condition>> alternatives;

    private record Condition(String sign, List<Integer> numbers) {
        boolean accepts(List<Integer> version) {
            int order = compare(version, numbers);
            return switch (sign) {
                case ">=" -> order >= 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case "<" -> order < 0;
                case "!=" -> order != 0;
                default -> order == 0;
            };
        }

        /** Compares as many numbers as the condition has: 1.28.3 equals 1.28. */
        private static int compare(List<Integer> version, List<Integer> numbers) {
            for (int i = 0; i < numbers.size(); i++) {
                int order = Integer.compare(version.get(i), numbers.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }
    }

    private VersionRange(List<List<Condition>> alternatives) {
        this.alternatives = alternatives;
    }

    /**
     * Reads a range.
     *
     * @throws IllegalArgumentException when the text is not a range, with a message for its author
     */
    public static VersionRange parse(String text) {
        List<List<Condition>> alternatives = new ArrayList<>();
        for (String alternative : text.split("\\|\\|", -1)) {
            alternatives.add(conditions(alternative, text));
        }
        return new VersionRange(alternatives);
    }

    /** What is wrong with a range. */
    public static Optional<String> problem(String text) {
        try {
            parse(text);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** Whether a version, such as {@code v1.32.2+k3s1}, is in the range. */
    public boolean accepts(String version) {
        Matcher parts = VERSION.matcher(version.strip());
        if (!parts.matches()) {
            return false;
        }
        List<Integer> numbers = numbers(parts, 1);
        while (numbers.size() < 3) {
            numbers.add(0);
        }
        return alternatives.stream().anyMatch(all -> all.stream().allMatch(condition -> condition.accepts(numbers)));
    }

    private static List<Condition> conditions(String alternative, String whole) {
        String spaced =
                alternative.replace(",", " ").replaceAll("([<>=!])\\s+", "$1").strip();
        List<Condition> conditions = new ArrayList<>();
        for (String part : Arrays.asList(spaced.split("\\s+"))) {
            Matcher parts = CONDITION.matcher(part);
            if (!parts.matches()) {
                throw new IllegalArgumentException(
                        "'" + whole + "' is not a version range such as \">=1.28\" or \">=1.28 <1.33\"");
            }
            conditions.add(new Condition(parts.group(1) == null ? "=" : parts.group(1), numbers(parts, 2)));
        }
        return conditions;
    }

    private static List<Integer> numbers(Matcher parts, int from) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = from; i < from + 3 && parts.group(i) != null; i++) {
            numbers.add(Integer.parseInt(parts.group(i)));
        }
        return numbers;
    }
}
