package io.slipway.model.check;

import io.slipway.model.yaml.Place;
import java.util.Comparator;
import java.util.Optional;

/**
 * A mistake in a pipeline.
 *
 * @param code what kind of mistake; {@code slipway explain CODE} tells more
 * @param place where
 * @param message cause and what to do, in one sentence or two
 */
public record Problem(ProblemCode code, Place place, String message) implements Comparable<Problem> {
    /** Stands for the file in places of values that were given to a run. */
    public static final String PARAMETERS = "parameters";

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

    /** Where in a file it stands; empty when there is no file, or the value was given to a run. */
    public Optional<Place> inFile() {
        boolean none = code == ProblemCode.NO_PIPELINE || code == ProblemCode.NO_FLEET || isGiven();
        return none ? Optional.empty() : Optional.of(place);
    }

    private boolean isGiven() {
        return place.file().equals(PARAMETERS);
    }

    /**
     * As compilers write it: {@code pipeline.yaml:41:9: unknown key 'manifest' in deploy [SW010]}. What stands in no file
     * has no line: {@code parameters: there is no profile 'smal' [SW113]}.
     */
    @Override
    public String toString() {
        String kind = severity() == Severity.WARNING ? "warning: " : "";
        return where() + kind + message + " [" + code.code() + "]";
    }

    private String where() {
        Optional<String> where = isGiven() ? Optional.of(PARAMETERS) : inFile().map(Place::toString);
        return where.map(text -> text + ": ").orElse("");
    }
}
