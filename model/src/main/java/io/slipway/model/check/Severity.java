package io.slipway.model.check;

/** How bad a problem is. */
public enum Severity {
    /** The pipeline cannot run. */
    ERROR,
    /** The pipeline can run; its author should look at it. */
    WARNING
}
