package io.slipway.sandbox.controllers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.SandboxClock;
import io.slipway.sandbox.kube.Pods;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StoreEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Rolls Deployments out through ReplicaSets. */
public final class DeploymentController implements Controller {
    private final ObjectStore store;
    private final ReplicaSets replicaSets;
    private final DeploymentStatus status;

    public DeploymentController(ObjectStore store, SandboxClock clock) {
        this.store = store;
        this.replicaSets = new ReplicaSets(store);
        this.status = new DeploymentStatus(store, clock);
    }

    @Override
    public String name() {
        return "deployment-controller";
    }

    @Override
    public List<Key> affected(StoreEvent event) {
        boolean podGone =
                event.type() == StoreEvent.Type.DELETED && event.kind().sameResource(Kinds.POD);
        return podGone ? ofPod(event) : Affected.selfOrOwner(event, Kinds.DEPLOYMENT);
    }

    /** The new pods of a Recreate come after the last old one, whose end changes nothing of its ReplicaSet. */
    private List<Key> ofPod(StoreEvent event) {
        return Affected.controller(event.object(), Kinds.REPLICA_SET)
                .flatMap(set -> store.view(Kinds.REPLICA_SET, event.namespace(), set))
                .flatMap(set -> Affected.controller(set, Kinds.DEPLOYMENT))
                .map(deployment -> List.of(new Key(event.namespace(), deployment)))
                .orElse(List.of());
    }

    @Override
    public Optional<Duration> reconcile(Key key) {
        ObjectNode deployment =
                store.get(Kinds.DEPLOYMENT, key.namespace(), key.name()).orElse(null);
        if (deployment == null || Meta.deleting(deployment)) {
            return Optional.empty();
        }
        boolean paused = deployment.path("spec").path("paused").asBoolean();
        ObjectNode current = replicaSets.current(deployment, !paused).orElse(null);
        List<ObjectNode> old = replicaSets.old(deployment, current);
        if (current != null) {
            roll(deployment, current, old);
            replicaSets.prune(deployment, old);
        }
        return status.write(deployment, replicaSets.owned(deployment), current);
    }

    private void roll(ObjectNode deployment, ObjectNode current, List<ObjectNode> old) {
        int wanted = deployment.path("spec").path("replicas").asInt(1);
        if (deployment.path("spec").path("strategy").path("type").asText().equals("Recreate")) {
            old.forEach(set -> replicaSets.scale(deployment, set, 0));
            if (old.stream().allMatch(set -> set.path("status").path("replicas").asInt() == 0) && noPods(old)) {
                replicaSets.scale(deployment, current, wanted);
            }
            return;
        }
        RollingUpdate limits = RollingUpdate.of(deployment);
        scaleUp(deployment, current, old, wanted + limits.surge(), wanted);
        scaleDown(deployment, current, old, wanted - limits.unavailable());
    }

    private boolean noPods(List<ObjectNode> old) {
        return old.stream().allMatch(set -> Pods.ownedBy(store, set).isEmpty());
    }

    private void scaleUp(ObjectNode deployment, ObjectNode current, List<ObjectNode> old, int most, int wanted) {
        int now = current.path("spec").path("replicas").asInt();
        if (now > wanted) {
            replicaSets.scale(deployment, current, wanted);
            return;
        }
        int others = old.stream()
                .mapToInt(set -> set.path("spec").path("replicas").asInt())
                .sum();
        int room = Math.max(0, most - others - now);
        if (now < wanted && room > 0) {
            replicaSets.scale(deployment, current, Math.min(wanted, now + room));
        }
    }

    private void scaleDown(ObjectNode deployment, ObjectNode current, List<ObjectNode> old, int least) {
        int available = current.path("status").path("availableReplicas").asInt()
                + old.stream()
                        .mapToInt(set ->
                                set.path("status").path("availableReplicas").asInt())
                        .sum();
        int spare = available - least;
        for (ObjectNode set : old) {
            int replicas = set.path("spec").path("replicas").asInt();
            int unhealthy =
                    replicas - set.path("status").path("availableReplicas").asInt();
            int cut = Math.min(replicas, Math.max(0, unhealthy) + Math.max(0, spare));
            if (cut > 0) {
                replicaSets.scale(deployment, set, replicas - cut);
                spare -= Math.max(0, cut - Math.max(0, unhealthy));
            }
        }
    }
}
