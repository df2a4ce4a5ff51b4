package io.slipway.model.spec;

/** A JSON value is not what a record of the language needs. The message names the place in the tree and the cause. */
public final class BindException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String path;

    BindException(String path, String problem, Throwable cause) {
        super(path + ": " + problem, cause);
        this.path = path;
    }

    /** Where in the tree, as a JSON path: {@code $.checks[2].within}. */
    public String path() {
        return path;
    }
}
