package io.slipway.model.pipeline;

import io.slipway.model.spec.Doc;

/** What happens when a step has failed for good. */
public enum OnFailure {
    @Doc("Running steps finish, nothing new starts, and a person decides: retry, skip or abort.")
    PAUSE,
    @Doc("The rollout fails; 'finally' runs.")
    FAIL,
    @Doc("The rollout fails, completed steps are undone in reverse order, and 'finally' runs.")
    UNDO,
    @Doc("The failure is recorded and the rollout continues; steps that need this one or use its outputs are skipped.")
    CONTINUE
}
