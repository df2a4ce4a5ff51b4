package io.slipway.activities.cluster.ready;

import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.step.StepContext;
import io.slipway.model.journal.Finding;
import java.util.List;

/** Finds out more about objects that failed: logs, events, and the rules that match them. */
@FunctionalInterface
public interface Diagnostician {
    /** What was found, the most telling first; none when nothing was. */
    List<Finding> findings(StepContext context, List<ObjectRef> objects) throws InterruptedException;

    /** One that finds nothing. */
    static Diagnostician none() {
        return (context, objects) -> List.of();
    }
}
