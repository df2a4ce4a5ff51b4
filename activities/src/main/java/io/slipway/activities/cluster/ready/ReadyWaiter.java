package io.slipway.activities.cluster.ready;

import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.await.ObjectWait;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.cluster.watch.Bell;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import java.util.Optional;

/**
 * Waits until objects are ready. It watches, so that it returns some milliseconds after the last status was written, and
 * however many wait, each kind and namespace has one connection.
 */
public final class ReadyWaiter {
    private final Clusters clusters;
    private final Diagnostician diagnostician;

    /** Waits at these clusters; asks the diagnostician when a wait fails. */
    public ReadyWaiter(Clusters clusters, Diagnostician diagnostician) {
        this.clusters = clusters;
        this.diagnostician = diagnostician;
    }

    /** What waiting on objects of a kind asks. */
    public static Calls calls(ApiKind kind, String namespace) {
        return ObjectWait.calls(kind, namespace).and(kind.namespaced() ? WatchSet.callsAround(namespace) : Calls.NONE);
    }

    /** What changing them and waiting for that asks. */
    public static Calls callsToChange(ApiKind kind, String namespace) {
        return Calls.on(kind, namespace, "get", "patch").and(calls(kind, namespace));
    }

    /**
     * Waits.
     *
     * @return how many objects are ready
     * @throws StepFailure when one cannot become ready, when nothing moved for too long, or when the step's time is over;
     *     it names the object, the cause and what to do
     */
    public long await(Subjects subjects, WaitOptions options, StepContext context) throws InterruptedException {
        Optional<UserCondition> condition = options.condition().map(late -> new UserCondition(late, context));
        Bell bell = new Bell();
        Cluster cluster = clusters.of(context);
        try (WatchSet watches = new WatchSet(cluster, bell)) {
            watches.open(subjects);
            Assessor assessor = new Assessor(subjects, condition.map(each -> each));
            return new Vigil(cluster, subjects, watches, assessor, options, context, bell).keep();
        } catch (WaitOver over) {
            throw new WaitStory(context, diagnostician, condition).failure(over);
        }
    }
}
