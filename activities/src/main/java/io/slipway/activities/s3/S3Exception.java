package io.slipway.activities.s3;

/** The object store's answer was no. */
public final class S3Exception extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /**
     * A refusal.
     *
     * @param status HTTP status
     * @param code S3's error code such as {@code NoSuchBucket}, or empty
     * @param message S3's message
     */
    public S3Exception(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** S3's error code such as {@code NoSuchBucket}; empty when the answer had none. */
    public String code() {
        return code;
    }
}
