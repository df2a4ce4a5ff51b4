package io.slipway.activities.secret.store;

/** PEM that cannot be used. The message never holds key material. */
public final class PemException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String fix;

    PemException(String message, String fix) {
        super(message);
        this.fix = fix;
    }

    PemException(String message, String fix, Throwable cause) {
        super(message, cause);
        this.fix = fix;
    }

    /** What to do. */
    public String fix() {
        return fix;
    }
}
