package io.slipway.sandbox.sparksql;

/** A statement that fails; the message reads as Spark's do. */
public final class SqlException extends Exception {
    private static final long serialVersionUID = 1L;

    public SqlException(String message) {
        super(message);
    }
}
