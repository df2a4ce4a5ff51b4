package io.slipway.model.spec;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A regular expression in Java's syntax. Invalid ones are reported when the pipeline is checked.
 *
 * @param value the source of the pattern
 */
public record Regex(String value) {
    public Regex {
        Objects.requireNonNull(value, "value");
        Pattern.compile(value);
    }

    /** The compiled pattern. */
    public Pattern pattern() {
        return Pattern.compile(value);
    }
}
