package io.slipway.sandbox.s3;

/** What S3 answered instead of doing what was asked; the message is the client's. */
public final class S3Problem extends Exception {
    private static final long serialVersionUID = 1L;
    private final Kind kind;

    /** The sort of problem. */
    public enum Kind {
        UNREACHABLE,
        ACCESS_DENIED,
        NO_SUCH_BUCKET
    }

    public S3Problem(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
