package io.slipway.sandbox.workloads;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code $(NAME)} in commands and values, as the kubelet replaces it; {@code $$(NAME)} stays {@code $(NAME)}. */
public final class Substitution {
    private static final Pattern REFERENCE = Pattern.compile("\\$(\\$)?\\(([A-Za-z_][A-Za-z0-9_.-]*)\\)");

    private Substitution() {}

    /** The text with the references it can resolve; others stay as they are. */
    public static String apply(String text, Map<String, String> env) {
        Matcher matcher = REFERENCE.matcher(text);
        return matcher.replaceAll(match -> {
            boolean escaped = match.group(1) != null;
            String value = env.get(match.group(2));
            String shown = escaped ? match.group().substring(1) : value == null ? match.group() : value;
            return Matcher.quoteReplacement(shown);
        });
    }
}
