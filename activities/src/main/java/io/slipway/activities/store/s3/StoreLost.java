package io.slipway.activities.store.s3;

import io.slipway.activities.store.StoreTrouble;
import java.io.IOException;

/** A store refuses, or does not answer. The message says which, why, and what to do. */
public final class StoreLost extends StoreTrouble {
    private static final long serialVersionUID = 1L;

    StoreLost(String message, Throwable cause) {
        super(message, new IOException(message, cause));
    }

    @Override
    public String told() {
        return getMessage();
    }
}
