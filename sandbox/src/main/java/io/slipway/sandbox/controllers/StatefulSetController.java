package io.slipway.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.faults.Faults;
import io.slipway.sandbox.kube.EventRecorder;
import io.slipway.sandbox.kube.Pods;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StoreEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps the numbered pods of StatefulSets, one after another unless the set says Parallel. */
public final class StatefulSetController implements Controller {
    private static final String REVISION = "controller-revision-hash";

    private final ObjectStore store;
    private final PodFactory pods;
    private final ClaimTemplates claims;
    private final BackOff backOff = new BackOff();

    public StatefulSetController(ObjectStore store, Faults faults) {
        EventRecorder events = new EventRecorder(store, "statefulset-controller");
        this.store = store;
        this.pods = new PodFactory(store, faults, events);
        this.claims = new ClaimTemplates(store, events);
    }

    @Override
    public String name() {
        return "statefulset-controller";
    }

    @Override
    public List<Key> affected(StoreEvent event) {
        return Affected.selfOrOwner(event, Kinds.STATEFUL_SET);
    }

    @Override
    public Optional<Duration> reconcile(Key key) {
        ObjectNode set =
                store.get(Kinds.STATEFUL_SET, key.namespace(), key.name()).orElse(null);
        if (set == null) {
            return backOff.after(key, false);
        }
        String revision =
                Meta.name(set) + "-" + TemplateHash.of(set.path("spec").path("template"));
        Optional<String> refused = Optional.empty();
        if (!Meta.deleting(set)) {
            refused = scale(set, revision);
            update(set, revision);
        }
        writeStatus(set, revision);
        return backOff.after(key, refused.isPresent());
    }

    private Map<String, ObjectNode> byName(ObjectNode set) {
        return Pods.ownedBy(store, set).stream().collect(Collectors.toMap(Meta::name, Function.identity()));
    }

    private Optional<String> scale(ObjectNode set, String revision) {
        Map<String, ObjectNode> present = byName(set);
        int wanted = set.path("spec").path("replicas").asInt(1);
        boolean ordered = !set.path("spec").path("podManagementPolicy").asText().equals("Parallel");
        for (int ordinal = 0; ordinal < wanted; ordinal++) {
            String name = Meta.name(set) + "-" + ordinal;
            ObjectNode pod = present.get(name);
            if (pod == null) {
                Optional<String> refused = create(set, name, ordinal, revision);
                if (refused.isPresent()) {
                    return refused;
                }
            } else if (Pods.finished(pod) && !Meta.deleting(pod)) {
                pods.delete(Kinds.STATEFUL_SET, set, pod);
            }
            if (ordered && (pod == null || !Pods.ready(pod) || Meta.deleting(pod))) {
                return Optional.empty();
            }
        }
        removeAbove(set, present, wanted, ordered);
        return Optional.empty();
    }

    private void removeAbove(ObjectNode set, Map<String, ObjectNode> present, int wanted, boolean ordered) {
        for (int ordinal = wanted + present.size(); ordinal >= wanted; ordinal--) {
            ObjectNode pod = present.get(Meta.name(set) + "-" + ordinal);
            if (pod != null && !Meta.deleting(pod)) {
                pods.delete(Kinds.STATEFUL_SET, set, pod);
            }
            if (pod != null && ordered) {
                return;
            }
        }
    }

    private Optional<String> create(ObjectNode set, String name, int ordinal, String revision) {
        ObjectNode pod = pods.pod(Kinds.STATEFUL_SET, set, set.path("spec").path("template"), name);
        ObjectNode labels = pod.withObject("/metadata").withObject("/labels");
        labels.put(REVISION, revision).put("statefulset.kubernetes.io/pod-name", name);
        labels.put("apps.kubernetes.io/pod-index", Integer.toString(ordinal));
        ObjectNode spec = pod.withObject("/spec").put("hostname", name);
        String service = set.path("spec").path("serviceName").asText("");
        if (!service.isEmpty()) {
            spec.put("subdomain", service);
        }
        return claims.ensure(set, name, spec).or(() -> pods.create(Kinds.STATEFUL_SET, set, pod));
    }

    /** Replaces outdated pods from the highest ordinal down, one at a time, when all others are ready. */
    private void update(ObjectNode set, String revision) {
        JsonNode strategy = set.path("spec").path("updateStrategy");
        if (strategy.path("type").asText().equals("OnDelete")) {
            return;
        }
        Map<String, ObjectNode> present = byName(set);
        int partition = strategy.path("rollingUpdate").path("partition").asInt(0);
        for (int ordinal = set.path("spec").path("replicas").asInt(1) - 1; ordinal >= partition; ordinal--) {
            ObjectNode pod = present.get(Meta.name(set) + "-" + ordinal);
            if (pod == null) {
                return;
            }
            if (!revision.equals(Meta.labels(pod).get(REVISION))) {
                if (!Meta.deleting(pod)) {
                    pods.delete(Kinds.STATEFUL_SET, set, pod);
                }
                return;
            }
            if (!Pods.ready(pod)) {
                return;
            }
        }
    }

    private void writeStatus(ObjectNode set, String revision) {
        List<ObjectNode> present = Pods.ownedBy(store, set);
        long ready = present.stream().filter(Pods::ready).count();
        long updated = present.stream()
                .filter(pod -> revision.equals(Meta.labels(pod).get(REVISION)) && Pods.active(pod))
                .count();
        int wanted = set.path("spec").path("replicas").asInt(1);
        store.mutateStatus(Kinds.STATEFUL_SET, Meta.namespace(set), Meta.name(set), now -> {
            ObjectNode status = now.withObject("/status");
            status.put("replicas", present.size()).put("readyReplicas", ready).put("availableReplicas", ready);
            status.put("updatedReplicas", updated).put("updateRevision", revision);
            status.put(
                    "observedGeneration",
                    set.path("metadata").path("generation").asLong());
            status.put("collisionCount", 0);
            boolean complete = updated == wanted && ready == wanted;
            if (complete || !status.has("currentRevision")) {
                status.put("currentRevision", revision);
            }
            status.put(
                    "currentReplicas",
                    status.path("currentRevision").asText().equals(revision) ? updated : present.size() - updated);
            return now;
        });
    }
}
