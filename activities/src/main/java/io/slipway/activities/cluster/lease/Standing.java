package io.slipway.activities.cluster.lease;

/** What is known here of a group's holder. */
public enum Standing {
    /** It is at work, or waits for a person. */
    RUNNING,
    /** It has ended without letting the group go, or the process that carried it out is gone. */
    OVER,
    /** It belongs to a server that is not asked from here; nothing is known. */
    FOREIGN
}
