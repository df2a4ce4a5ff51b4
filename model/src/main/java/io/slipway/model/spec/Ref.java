package io.slipway.model.spec;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a step works on: the name of an earlier step, or an object as {@code kind/name} ({@code deployment/flink-jobmanager},
 * {@code flinkdeployment.flink.apache.org/session}).
 *
 * @param value as written
 */
public record Ref(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9.-]+(/[A-Za-z0-9.:-]+)?");

    public Ref {
        Objects.requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' is neither the name of a step nor kind/name");
        }
    }

    /** Whether this names an object and not a step. */
    public boolean isObject() {
        return value.indexOf('/') > 0;
    }

    /** The object's kind, as kubectl would take it: kind, plural or short name, perhaps with its group. */
    public String kind() {
        return isObject() ? value.substring(0, value.indexOf('/')) : "";
    }

    /** The object's or the step's name. */
    public String name() {
        return value.substring(value.indexOf('/') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
