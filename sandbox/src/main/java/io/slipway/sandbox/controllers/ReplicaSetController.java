package io.slipway.sandbox.controllers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.faults.Faults;
import io.slipway.sandbox.kube.Conditions;
import io.slipway.sandbox.kube.EventRecorder;
import io.slipway.sandbox.kube.Pods;
import io.slipway.sandbox.kube.RandomNames;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StoreEvent;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Keeps as many pods as a ReplicaSet wants. */
public final class ReplicaSetController implements Controller {
    private final ObjectStore store;
    private final PodFactory pods;
    private final BackOff backOff = new BackOff();

    public ReplicaSetController(ObjectStore store, Faults faults) {
        this.store = store;
        this.pods = new PodFactory(store, faults, new EventRecorder(store, "replicaset-controller"));
    }

    @Override
    public String name() {
        return "replicaset-controller";
    }

    @Override
    public List<Key> affected(StoreEvent event) {
        return Affected.selfOrOwner(event, Kinds.REPLICA_SET);
    }

    @Override
    public Optional<Duration> reconcile(Key key) {
        ObjectNode set =
                store.get(Kinds.REPLICA_SET, key.namespace(), key.name()).orElse(null);
        if (set == null) {
            return backOff.after(key, false);
        }
        List<ObjectNode> active =
                Pods.ownedBy(store, set).stream().filter(Pods::active).toList();
        Optional<String> refused = Meta.deleting(set) ? Optional.empty() : scale(set, active);
        writeStatus(set, refused);
        return backOff.after(key, refused.isPresent());
    }

    private Optional<String> scale(ObjectNode set, List<ObjectNode> active) {
        int wanted = set.path("spec").path("replicas").asInt(1);
        for (int missing = wanted - active.size(); missing > 0; missing--) {
            String name = Meta.name(set) + "-" + RandomNames.suffix(5);
            Optional<String> refused = pods.create(
                    Kinds.REPLICA_SET,
                    set,
                    pods.pod(Kinds.REPLICA_SET, set, set.path("spec").path("template"), name));
            if (refused.isPresent()) {
                return refused;
            }
        }
        active.stream()
                .sorted(Comparator.comparing((ObjectNode pod) -> Pods.ready(pod))
                        .thenComparing(Meta::version, Comparator.reverseOrder()))
                .limit(Math.max(0, active.size() - wanted))
                .forEach(pod -> pods.delete(Kinds.REPLICA_SET, set, pod));
        return Optional.empty();
    }

    private void writeStatus(ObjectNode set, Optional<String> refused) {
        List<ObjectNode> active =
                Pods.ownedBy(store, set).stream().filter(Pods::active).toList();
        long ready = active.stream().filter(Pods::ready).count();
        store.mutateStatus(Kinds.REPLICA_SET, Meta.namespace(set), Meta.name(set), now -> {
            ObjectNode status = now.withObject("/status");
            status.put("replicas", active.size()).put("fullyLabeledReplicas", active.size());
            status.put("readyReplicas", ready).put("availableReplicas", ready);
            status.put(
                    "observedGeneration",
                    set.path("metadata").path("generation").asLong());
            if (refused.isEmpty()) {
                Conditions.remove(status, "ReplicaFailure");
            } else if (!Conditions.isTrue(status, "ReplicaFailure")) {
                // The first refusal stays: each names another pod, and a status that changes is a reason to try at
                // once.
                Conditions.set(status, "ReplicaFailure", true, "FailedCreate", refused.get());
            }
            return now;
        });
    }
}
