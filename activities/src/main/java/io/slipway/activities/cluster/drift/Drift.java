package io.slipway.activities.cluster.drift;

import io.slipway.activities.cluster.api.ObjectRef;

/**
 * An object that is not as the pipeline left it.
 *
 * @param ref the object
 * @param step the step it belongs to
 * @param kind what happened to it
 * @param detail for people: which fields, and who changed them
 */
public record Drift(ObjectRef ref, String step, Kind kind, String detail) {
    /** What happened. */
    public enum Kind {
        /** It is not there. */
        GONE,
        /** Another object has its name. */
        REPLACED,
        /** It no longer carries our label. */
        DISOWNED,
        /** Fields that we own, or owned, are different. */
        CHANGED
    }

    /** One line for people. */
    public String display() {
        return ref.place() + ": " + detail;
    }
}
