package io.slipway.sandbox.controllers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.faults.Fault;
import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.faults.Faults;
import io.slipway.sandbox.kube.Conditions;
import io.slipway.sandbox.kube.EventRecorder;
import io.slipway.sandbox.kube.Lineage;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.ResourceKind;
import io.slipway.sandbox.store.StatusException;
import io.slipway.sandbox.store.StoreEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Faults that strike objects as such: a Secret that vanishes, a finalizer nobody serves, a node that falls silent. */
public final class ScriptedDamage implements Controller {
    private static final String FINALIZER = "sandbox.slipway.io/hangs";
    private static final List<ResourceKind> HELD = List.of(
            Kinds.DEPLOYMENT,
            Kinds.STATEFUL_SET,
            Kinds.SERVICE,
            Kinds.CONFIG_MAP,
            Kinds.JOB,
            Kinds.PERSISTENT_VOLUME_CLAIM,
            Kinds.NAMESPACE,
            Kinds.ROUTE);

    private final ObjectStore store;
    private final Faults faults;
    private final EventRecorder events;

    public ScriptedDamage(ObjectStore store, Faults faults) {
        this.store = store;
        this.faults = faults;
        this.events = new EventRecorder(store, "node-controller");
    }

    @Override
    public String name() {
        return "scripted-damage";
    }

    /** The kind travels in the key's namespace part, as {@code plural/namespace}. */
    @Override
    public List<Key> affected(StoreEvent event) {
        boolean wanted = (event.kind().sameResource(Kinds.SECRET) && faults.any(FaultKind.SECRET_MISSING))
                || (event.kind().sameResource(Kinds.NODE) && faults.any(FaultKind.NODE_NOT_READY))
                || (HELD.stream().anyMatch(event.kind()::sameResource)
                        && (faults.any(FaultKind.FINALIZER_HANGS) || faults.any(FaultKind.CONDITION)));
        return wanted && event.type() != StoreEvent.Type.DELETED
                ? List.of(new Key(event.kind().plural() + "/" + event.namespace(), event.name()))
                : List.of();
    }

    @Override
    public Optional<Duration> reconcile(Key key) {
        String plural = key.namespace().substring(0, key.namespace().indexOf('/'));
        String namespace = key.namespace().substring(plural.length() + 1);
        return switch (plural) {
            case "secrets" -> secret(namespace, key.name());
            case "nodes" -> node(key.name());
            default ->
                HELD.stream()
                        .filter(kind -> kind.plural().equals(plural))
                        .findFirst()
                        .flatMap(kind -> {
                            condition(kind, namespace, key.name());
                            return finalizer(kind, namespace, key.name());
                        });
        };
    }

    private Optional<Duration> secret(String namespace, String name) {
        Optional<ObjectNode> secret = store.view(Kinds.SECRET, namespace, name);
        if (secret.isPresent()
                && faults.strikes(
                        FaultKind.SECRET_MISSING,
                        Lineage.of(store, Kinds.SECRET, secret.get()),
                        Meta.uid(secret.get()))) {
            try {
                store.delete(Kinds.SECRET, namespace, name, Deletion.NOW);
            } catch (StatusException gone) {
                // Somebody deleted it first: the damage is done.
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Duration> finalizer(ResourceKind kind, String namespace, String name) {
        Optional<ObjectNode> object = store.view(kind, namespace, name);
        if (object.isEmpty()) {
            return Optional.empty();
        }
        boolean hangs = faults.strikes(
                FaultKind.FINALIZER_HANGS, Lineage.of(store, kind, object.get()), Meta.uid(object.get()));
        boolean held = Meta.finalizers(object.get()).contains(FINALIZER);
        if (hangs != held) {
            store.mutate(kind, namespace, name, now -> {
                if (hangs && !Meta.deleting(now)) {
                    Meta.addFinalizer(now, FINALIZER);
                } else if (!hangs) {
                    Meta.removeFinalizer(now, FINALIZER);
                }
                return now;
            });
        }
        return hangs ? Optional.of(Duration.ofSeconds(5)) : Optional.empty();
    }

    private void condition(ResourceKind kind, String namespace, String name) {
        Optional<ObjectNode> object = store.view(kind, namespace, name);
        Optional<Fault> fault =
                object.flatMap(one -> faults.strike(FaultKind.CONDITION, Lineage.of(store, kind, one), Meta.uid(one)));
        if (fault.isEmpty()) {
            return;
        }
        Fault set = fault.get();
        boolean there = Conditions.find(object.get().path("status"), set.arg(0, ""))
                .filter(now -> now.path("status").asText().equals(set.arg(1, "True")))
                .filter(now -> now.path("reason").asText().equals(set.arg(2, "")))
                .isPresent();
        if (!there) {
            store.mutateStatus(kind, namespace, name, now -> {
                Conditions.set(
                        now.withObject("/status"),
                        set.arg(0, ""),
                        set.arg(1, "True"),
                        set.arg(2, ""),
                        set.arg(3, "scripted by a fault"));
                return now;
            });
        }
    }

    private Optional<Duration> node(String name) {
        Optional<ObjectNode> node = store.view(Kinds.NODE, "", name);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        boolean silent = faults.strikes(FaultKind.NODE_NOT_READY, Lineage.of(store, Kinds.NODE, node.get()), name);
        boolean ready = Conditions.isTrue(node.get().path("status"), "Ready");
        if (silent == ready) {
            store.mutateStatus(Kinds.NODE, "", name, now -> {
                ObjectNode status = now.withObject("/status");
                if (silent) {
                    Conditions.set(
                            status, "Ready", "Unknown", "NodeStatusUnknown", "Kubelet stopped posting node status.");
                } else {
                    Conditions.set(status, "Ready", true, "KubeletReady", "kubelet is posting ready status");
                }
                return now;
            });
            pods(name, silent);
        }
        return Optional.of(Duration.ofSeconds(10));
    }

    private void pods(String node, boolean silent) {
        for (ObjectNode pod : store.views(Kinds.POD, "").objects()) {
            if (pod.path("spec").path("nodeName").asText().equals(node)) {
                if (silent) {
                    events.warning(Kinds.POD, pod, "NodeNotReady", "Node is not ready");
                }
                store.mutateStatus(Kinds.POD, Meta.namespace(pod), Meta.name(pod), now -> {
                    Conditions.set(now.withObject("/status"), "Ready", !silent, "", "");
                    return now;
                });
            }
        }
    }
}
