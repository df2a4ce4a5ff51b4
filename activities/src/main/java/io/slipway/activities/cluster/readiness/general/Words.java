package io.slipway.activities.cluster.readiness.general;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits the names that controllers make up: CamelCase, UPPER_CASE, kebab-case, with or without a domain. */
final class Words {

    private static final Pattern WORD = Pattern.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\\d+");

    private Words() {}

    /** The words of a name in lower case; a domain before a slash or an acronym with a dot does not count. */
    static List<String> of(String name) {
        String bare = name.substring(name.lastIndexOf('/') + 1);
        bare = bare.substring(bare.lastIndexOf('.') + 1);
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(bare);
        while (matcher.find()) {
            words.add(matcher.group().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    /** The words joined, to compare {@code AT_LATEST}, {@code atLatest} and {@code At latest}. */
    static String joined(String name) {
        return String.join("", of(name));
    }
}
