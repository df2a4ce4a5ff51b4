package io.slipway.activities.waitready;

import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.Selector;
import io.slipway.activities.cluster.inventory.Entry;
import io.slipway.activities.cluster.ownership.StepObjects;
import io.slipway.activities.cluster.ready.ReadyWaiter;
import io.slipway.activities.cluster.ready.Subjects;
import io.slipway.activities.cluster.ready.WaitOptions;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.VerbHandler;
import io.slipway.model.action.WaitReady;
import io.slipway.model.spec.Ref;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Waits until objects are ready. It changes nothing, so that a successor simply waits on. */
public final class WaitReadyHandler implements VerbHandler<WaitReady> {
    private static final double MILLIS = 1000;

    private final Clusters clusters;
    private final ReadyWaiter waiter;

    /** Waits at these clusters. */
    public WaitReadyHandler(Clusters clusters, ReadyWaiter waiter) {
        this.clusters = clusters;
        this.waiter = waiter;
    }

    /** What a step asks of the API server beside the objects that it applies; for plans. */
    public static Calls calls(WaitReady action, Reach reach) throws InterruptedException {
        return reach.callsOn(action.kinds(), refs(action), reach.namespace(action.namespace()), ReadyWaiter::calls);
    }

    private static List<Ref> refs(WaitReady action) {
        return Stream.concat(action.of().stream(), action.objects().stream()).toList();
    }

    @Override
    public Done run(WaitReady action, StepContext context) throws InterruptedException {
        Instant start = context.clock().instant();
        Subjects subjects = subjects(action, context);
        long ready =
                waiter.await(subjects, new WaitOptions(action.condition(), action.grace(), action.watchdog()), context);
        double seconds = Duration.between(start, context.clock().instant()).toMillis() / MILLIS;
        return Done.of(ready + " ready", new WaitReady.Outputs(ready, seconds));
    }

    private Subjects subjects(WaitReady action, StepContext context) throws InterruptedException {
        Cluster cluster = clusters.of(context);
        String namespace = action.namespace().orElseGet(context::namespace);
        if (action.selector().isPresent()) {
            List<Subjects.Selected> selected = new ArrayList<>();
            for (String kind : action.kinds()) {
                selected.add(new Subjects.Selected(
                        cluster.kinds().called(kind),
                        namespace,
                        Selector.parse(action.selector().get())));
            }
            return Subjects.selected(selected);
        }
        List<Subjects.Named> named = new ArrayList<>();
        for (Ref ref : refs(action)) {
            if (ref.isObject()) {
                ApiKind kind = cluster.kinds().called(ref.kind());
                named.add(new Subjects.Named(kind, kind.ref(namespace, ref.name())));
            } else {
                for (Entry entry : new StepObjects(cluster, context).of(ref.name())) {
                    named.add(new Subjects.Named(cluster.kinds().of(entry.ref()), entry.ref()));
                }
            }
        }
        return Subjects.named(named);
    }
}
