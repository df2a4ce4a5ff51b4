package io.slipway.activities.step;

/** This worker may have been given up for lost; it must stop writing, and Temporal gives the step to another. */
public final class LostTouch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostTouch(String message) {
        super(message);
    }
}
