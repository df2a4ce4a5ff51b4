package io.slipway.workflows.rollout;

import io.temporal.workflow.Promise;
import java.util.List;

/** Waits for branches that run side by side. */
final class Settled {
    private Settled() {}

    /**
     * Waits until every branch is over, also when one has failed or was cancelled: what comes next must not begin
     * beside a step that is still being stopped. Then throws what the first of them threw.
     */
    static void all(List<Promise<Void>> branches) {
        RuntimeException first = null;
        for (int i = 0; i < branches.size(); i++) { // a branch may start others
            try {
                branches.get(i).get();
            } catch (RuntimeException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
