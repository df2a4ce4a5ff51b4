package io.slipway.activities.cluster.readiness.pack;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words joined by {@code |}, each with {@code *} for anything; whole words, case does not matter. */
record Glob(Pattern pattern) {

    static Glob of(String words) {
        return of(List.of(words.split("\\|", -1)));
    }

    static Glob of(List<String> words) {
        String regex = words.stream().map(Glob::regex).collect(Collectors.joining("|"));
        return new Glob(Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
    }

    boolean matches(String text) {
        return pattern.matcher(text).matches();
    }

    private static String regex(String word) {
        return Arrays.stream(word.strip().split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    }
}
