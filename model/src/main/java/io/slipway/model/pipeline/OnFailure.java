package io.slipway.model.pipeline;

import io.slipway.model.spec.Doc;

/** What happens when a step has failed for good. */
public enum OnFailure {
    @Doc("Running steps finish, nothing new starts, a person decides: retry, skip or abort.")
    PAUSE,
    @Doc("The rollout fails; finally runs.")
    FAIL,
    @Doc("The rollout fails, what was done is undone in reverse order, finally runs.")
    UNDO,
    @Doc(
            "The failure is recorded and the rollout goes on; steps that name this one in needs, or use its outputs, are skipped.")
    CONTINUE
}
