package io.slipway.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.faults.Fault;
import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.faults.Faults;
import io.slipway.sandbox.kube.Conditions;
import io.slipway.sandbox.kube.EventRecorder;
import io.slipway.sandbox.kube.Lineage;
import io.slipway.sandbox.kube.Pods;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StoreEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Binds pods to nodes that have room for their requests. */
public final class Scheduler implements Controller {
    private static final String NO_VICTIMS = " No preemption victims found for incoming pod.";
    private static final Duration RETRY = Duration.ofSeconds(15);

    private final ObjectStore store;
    private final Faults faults;
    private final EventRecorder events;

    public Scheduler(ObjectStore store, Faults faults) {
        this.store = store;
        this.faults = faults;
        this.events = new EventRecorder(store, "default-scheduler");
    }

    @Override
    public String name() {
        return "scheduler";
    }

    @Override
    public List<Key> affected(StoreEvent event) {
        boolean unbound =
                event.object().path("spec").path("nodeName").asText("").isEmpty();
        return event.type() != StoreEvent.Type.DELETED && unbound ? Affected.self(event, Kinds.POD) : List.of();
    }

    @Override
    public Optional<Duration> reconcile(Key key) {
        ObjectNode pod = store.get(Kinds.POD, key.namespace(), key.name()).orElse(null);
        if (pod == null || !Pods.active(pod) || pod.path("spec").hasNonNull("nodeName")) {
            return Optional.empty();
        }
        if (!pod.path("spec").path("schedulingGates").isEmpty()) {
            return gated(pod);
        }
        Optional<String> claim = claimProblem(pod);
        Optional<Fault> fault =
                faults.strike(FaultKind.UNSCHEDULABLE, Lineage.of(store, Kinds.POD, pod), Meta.uid(pod));
        if (claim.isPresent()) {
            return unschedulable(pod, claim.get());
        }
        NodeFit fit = NodeFit.of(store, pod);
        if (fault.isPresent()) {
            String why = fault.get().arg(0, "cpu");
            return unschedulable(pod, why.contains(" ") ? why : NodeFit.tooSmall(fit.nodes(), why));
        }
        if (fit.best().isEmpty()) {
            return unschedulable(pod, fit.message());
        }
        bind(pod, fit.best().get());
        return Optional.empty();
    }

    private Optional<Duration> gated(ObjectNode pod) {
        store.mutateStatus(Kinds.POD, Meta.namespace(pod), Meta.name(pod), now -> {
            ObjectNode status = now.withObject("/status").put("phase", "Pending");
            Conditions.set(
                    status,
                    "PodScheduled",
                    false,
                    "SchedulingGated",
                    "Scheduling is blocked due to non-empty scheduling gates");
            return now;
        });
        return Optional.empty();
    }

    private Optional<String> claimProblem(ObjectNode pod) {
        for (JsonNode volume : pod.path("spec").path("volumes")) {
            String name = PodClaims.name(pod, volume);
            if (name.isEmpty()) {
                continue;
            }
            Optional<ObjectNode> claim = store.view(Kinds.PERSISTENT_VOLUME_CLAIM, Meta.namespace(pod), name);
            if (claim.isEmpty()) {
                return Optional.of("persistentvolumeclaim \"" + name + "\" not found");
            }
            if (!claim.get().path("status").path("phase").asText().equals("Bound")
                    && !ClaimController.waits(store, claim.get())) {
                return Optional.of("pod has unbound immediate PersistentVolumeClaims");
            }
            boolean stuck = faults.any(FaultKind.PVC_PENDING)
                    && faults.strikes(
                            FaultKind.PVC_PENDING,
                            Lineage.of(store, Kinds.PERSISTENT_VOLUME_CLAIM, claim.get()),
                            Meta.uid(claim.get()));
            if (stuck) {
                return Optional.of("pod has unbound immediate PersistentVolumeClaims");
            }
        }
        return Optional.empty();
    }

    private Optional<Duration> unschedulable(ObjectNode pod, String why) {
        int nodes = store.views(Kinds.NODE, "").objects().size();
        String message = why.startsWith("persistentvolumeclaim") || why.startsWith("0/")
                ? why
                : "0/" + nodes + " nodes are available: " + why + ".";
        boolean resources = message.contains(" Insufficient ");
        String full = message + " preemption: 0/" + nodes + " nodes are available: " + nodes
                + (resources ? NO_VICTIMS : " Preemption is not helpful for scheduling.");
        events.warning(Kinds.POD, pod, "FailedScheduling", full);
        store.mutateStatus(Kinds.POD, Meta.namespace(pod), Meta.name(pod), now -> {
            ObjectNode status = now.withObject("/status").put("phase", "Pending");
            Conditions.set(status, "PodScheduled", false, "Unschedulable", full);
            return now;
        });
        return Optional.of(RETRY);
    }

    private void bind(ObjectNode pod, String node) {
        store.mutate(Kinds.POD, Meta.namespace(pod), Meta.name(pod), now -> {
            now.withObject("/spec").put("nodeName", node);
            ObjectNode status = now.withObject("/status").put("phase", "Pending");
            Conditions.set(status, "PodScheduled", true, "", "");
            return now;
        });
        events.normal(
                Kinds.POD,
                pod,
                "Scheduled",
                "Successfully assigned " + Meta.namespace(pod) + "/" + Meta.name(pod) + " to " + node);
    }
}
