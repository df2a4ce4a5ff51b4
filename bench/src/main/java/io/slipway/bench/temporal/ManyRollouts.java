package io.slipway.bench.temporal;

import io.slipway.bench.Rollouts;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.nio.file.Path;

/** Rollouts of steps that do nothing, each in the envelope of every verb. */
final class ManyRollouts implements Runner {
    private final Rollouts rollouts;

    ManyRollouts(WorkflowServiceStubs service, Path state) {
        rollouts = new Rollouts(service, state);
    }

    @Override
    public String once(int steps) {
        return rollouts.once(steps);
    }

    @Override
    public void close() {
        rollouts.close();
    }
}
