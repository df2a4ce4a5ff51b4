package io.slipway.model.yaml;

import java.util.Optional;
import java.util.regex.Pattern;

/** Sees texts that YAML takes for something else unless they are quoted. */
final class Quoting {
    private static final Pattern EXPRESSION = Pattern.compile("(^|[^\"'])\\$\\{\\{[^\"]*");
    private static final Pattern STAR = Pattern.compile("(^|[:\\[,-]\\s*)\\*");

    private Quoting() {}

    static Optional<String> hint(String line) {
        if (EXPRESSION.matcher(line).find()) {
            return Optional.of("Quote it: \"${{ … }}\"");
        }
        return STAR.matcher(line).find()
                ? Optional.of("Quote a text that starts with *: \"*.yaml\"")
                : Optional.empty();
    }
}
