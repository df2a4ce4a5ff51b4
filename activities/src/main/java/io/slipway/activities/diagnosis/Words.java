package io.slipway.activities.diagnosis;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills words in braces into a sentence; one that is not known is left out with the blank before it. */
final class Words {

    private static final Pattern WORD = Pattern.compile(" ?\\{(\\w+)}");

    private Words() {}

    static String fill(String sentence, Map<String, String> words) {
        return WORD.matcher(sentence)
                .replaceAll(match -> {
                    String word = words.getOrDefault(match.group(1), "").strip();
                    String blank = match.group().startsWith(" ") && !word.isEmpty() ? " " : "";
                    return Matcher.quoteReplacement(blank + word);
                })
                .strip();
    }
}
