package io.slipway.model.spec;

/** A JSON value is not what a record of the language needs. The message names the place in the tree and the cause. */
public final class BindException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final boolean invariant;

    BindException(String path, String problem, Throwable cause) {
        this(path, problem, cause, false);
    }

    private BindException(String path, String problem, Throwable cause, boolean invariant) {
        super(path + ": " + problem, cause);
        this.path = path;
        this.invariant = invariant;
    }

    /** A record that refuses its own values. */
    static BindException refused(String path, Throwable cause) {
        return new BindException(path, String.valueOf(cause.getMessage()), cause, true);
    }

    /** Whether every value has the right form, but the record as a whole refuses them. */
    public boolean isInvariant() {
        return invariant;
    }

    /** Where in the tree, as a JSON path: {@code $.checks[2].within}. */
    public String path() {
        return path;
    }
}
