package io.slipway.sandbox.store;

/** Whether a write is stored. */
public enum WriteMode {
    /** Store it. */
    COMMIT,
    /** Go through everything and store nothing. */
    DRY_RUN
}
