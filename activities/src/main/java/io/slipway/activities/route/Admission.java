package io.slipway.activities.route;

import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.await.ObjectWait;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.journal.Failure;
import java.util.List;

/** Waits until a router or controller has admitted an object, and says why when it refuses. */
final class Admission {
    private final Cluster cluster;
    private final StepContext context;

    Admission(Cluster cluster, StepContext context) {
        this.cluster = cluster;
        this.context = context;
    }

    /** Where the object was admitted. */
    Opening.Admitted await(Opening opening) throws InterruptedException {
        ObjectRef ref = ObjectRef.of(opening.object());
        context.progress("waiting until " + ref.display() + " is admitted");
        return new ObjectWait(cluster, context)
                .until(
                        opening.kind(),
                        context.namespace(),
                        context.left(),
                        objects -> ObjectWait.named(objects, ref.name()).flatMap(opening::admitted))
                .orElseThrow(() -> failed(
                        ref, "was not admitted in time", "no controller has processed it", opening.whenNobodyLooks()));
    }

    static StepFailure failed(ObjectRef ref, String message, String cause, String fix) {
        return new StepFailure(new Failure(ref.display() + " " + message, ref.display(), cause, fix, List.of(), true));
    }
}
