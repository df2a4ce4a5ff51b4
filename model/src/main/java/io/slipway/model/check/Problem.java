package io.slipway.model.check;

import io.slipway.model.yaml.Place;
import java.util.Comparator;

/**
 * A mistake in a pipeline.
 *
 * @param code what kind of mistake; {@code slipway explain CODE} tells more
 * @param place where
 * @param message cause and what to do, in one sentence or two
 */
public record Problem(ProblemCode code, Place place, String message) implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::place).thenComparing(Problem::code).thenComparing(Problem::message);

    /** How bad it is. */
    public Severity severity() {
        return code.severity();
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** As compilers write it: {@code pipeline.yaml:41:9: unknown key 'manifest' in deploy [SW010]}. */
    @Override
    public String toString() {
        String kind = severity() == Severity.WARNING ? "warning: " : "";
        return place + ": " + kind + message + " [" + code.code() + "]";
    }
}
