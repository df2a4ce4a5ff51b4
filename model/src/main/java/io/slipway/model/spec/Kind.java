package io.slipway.model.spec;

/** Kinds of single values. */
public enum Kind {
    STRING("a text"),
    INT("a whole number"),
    LONG("a whole number"),
    DOUBLE("a number"),
    BOOLEAN("true or false"),
    DURATION("a duration such as 90s, 10m, 2h or 1d"),
    INSTANT("an instant such as 2026-01-01T02:00:00Z"),
    QUANTITY("a quantity such as 500m, 2 or 40Gi"),
    REF("the name of a step or kind/name of an object"),
    REGEX("a regular expression"),
    FILE("a file of the pipeline's folder"),
    CHART("a folder or archive of the pipeline's folder, or the address of a chart"),
    EARLY("a CEL expression"),
    LATE("a CEL expression");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** The kind as a message names it: "a whole number". */
    public String words() {
        return words;
    }

    /** Whether the value is itself the source of an expression. */
    public boolean isExpression() {
        return this == EARLY || this == LATE;
    }
}
