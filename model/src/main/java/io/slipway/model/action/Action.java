package io.slipway.model.action;

/**
 * What a step does: one record for each verb. The record is the verb's whole definition: its YAML, its JSON Schema, its
 * reference page and {@code slipway explain} come from it.
 *
 * <p>Most verbs run as one Temporal activity named after the verb; {@link Control} verbs are carried out by the
 * workflow itself.
 */
public sealed interface Action
        permits Preflight,
                Build,
                Deploy,
                WaitReady,
                Route,
                Validate,
                TestJob,
                RunJob,
                Exec,
                Http,
                Sql,
                Secret,
                Delete,
                Diagnose,
                Scale,
                Restart,
                Patch,
                Savepoint,
                Reconcile,
                Notify,
                Helm,
                Lakefs,
                Action.Control {

    /** A verb that the workflow carries out without an activity of its own. */
    sealed interface Control extends Action permits Approve, Sleep, Child, CallActivity {}
}
