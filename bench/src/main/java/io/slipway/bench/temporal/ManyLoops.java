package io.slipway.bench.temporal;

import io.slipway.bench.BareActivities;
import io.temporal.serviceclient.WorkflowServiceStubs;

/** Hand-written workflows that call an activity which does nothing. */
final class ManyLoops implements Runner {
    private final BareActivities loops;

    ManyLoops(WorkflowServiceStubs service) {
        loops = new BareActivities(service);
    }

    @Override
    public String once(int steps) {
        return loops.once(steps);
    }

    @Override
    public void close() {
        loops.close();
    }
}
