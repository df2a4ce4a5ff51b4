package io.slipway.activities.store;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A store of journals or blobs cannot be read or written now. It passes, or somebody mends it: what needs it tries again. */
public class StoreTrouble extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    /** What could not be done, and why. */
    public StoreTrouble(String message, IOException cause) {
        super(message, cause);
    }

    /** All there is to say, in a line: the place, and what it refuses. */
    public String told() {
        return getMessage() + ": " + FileReason.withFile(getCause());
    }
}
