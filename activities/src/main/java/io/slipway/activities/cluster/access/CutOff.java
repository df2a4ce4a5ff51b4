package io.slipway.activities.cluster.access;

import io.slipway.activities.step.StepFailure;
import io.slipway.model.journal.Failure;

/**
 * The connection to a container ended before its command did: the command may have been carried out, and may still be at
 * work. Who can see what it makes looks for that before it gives up.
 */
public final class CutOff extends StepFailure {
    private static final long serialVersionUID = 1L;

    CutOff(Failure failure) {
        super(failure);
    }
}
