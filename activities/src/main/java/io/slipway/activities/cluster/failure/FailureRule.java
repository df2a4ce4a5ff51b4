package io.slipway.activities.cluster.failure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sign means, from {@code rules.yaml}.
 *
 * @param name unique, such as {@code ImagePull}
 * @param source where its sign is seen
 * @param reason what the sign's reason must be, a pattern for the whole word
 * @param message a pattern found in the sign's message; its named groups are words for cause and fix
 * @param patience how long it may be so
 * @param summary whether it only sums up what is wrong below it, and whatever else is known is more telling
 * @param cause what is wrong, with words in braces
 * @param fix what to do, likewise
 */
record FailureRule(
        String name,
        Sign.Source source,
        Pattern reason,
        Pattern message,
        Patience patience,
        boolean summary,
        String cause,
        String fix) {

    private static final Pattern WORD = Pattern.compile("\\{(\\w+)}");

    FailureRule {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(patience, "patience");
    }

    /** The symptom, when the sign is this rule's. */
    Optional<Symptom> read(Sign sign) {
        if (sign.source() != source || !reason.matcher(sign.reason()).matches()) {
            return Optional.empty();
        }
        Matcher found = message.matcher(sign.message());
        if (!found.find()) {
            return Optional.empty();
        }
        Map<String, String> words = words(sign, found);
        return Optional.of(new Symptom(name, sign.object(), fill(cause, words), fill(fix, words), patience, summary));
    }

    private static Map<String, String> words(Sign sign, Matcher found) {
        Map<String, String> words = new LinkedHashMap<>(sign.details());
        words.put("object", sign.object());
        words.put("reason", sign.reason());
        words.put("message", sign.message().strip());
        found.namedGroups().forEach((group, index) -> {
            if (found.group(index) != null) {
                words.put(group, found.group(index));
            }
        });
        return words;
    }

    /** A word that is not known, or empty, is left out with the blank before it. */
    private static String fill(String template, Map<String, String> words) {
        String text = WORD.matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(words.getOrDefault(match.group(1), "")));
        return text.replaceAll("\\s{2,}", " ").replaceAll("[:,]\\s*$", "").strip();
    }
}
