package io.slipway.activities.store.s3;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A store refuses, or does not answer. The message says which, why, and what to do. */
public final class StoreLost extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    StoreLost(String message, Throwable cause) {
        super(message, new IOException(message, cause));
    }
}
