package io.slipway.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.faults.Faults;
import io.slipway.sandbox.kube.EventRecorder;
import io.slipway.sandbox.kube.Lineage;
import io.slipway.sandbox.kube.Quantities;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StoreEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Binds PersistentVolumeClaims: at once, or when a pod that uses them has a node, as their StorageClass says. */
public final class ClaimController implements Controller {
    private static final String DEFAULT_CLASS = "storageclass.kubernetes.io/is-default-class";

    private final ObjectStore store;
    private final Faults faults;
    private final EventRecorder events;
    private final ReleasedVolumes released;

    public ClaimController(ObjectStore store, Faults faults) {
        this.store = store;
        this.faults = faults;
        this.events = new EventRecorder(store, "persistentvolume-controller");
        this.released = new ReleasedVolumes(store);
    }

    @Override
    public String name() {
        return "persistentvolume-controller";
    }

    @Override
    public List<Key> affected(StoreEvent event) {
        if (event.kind().sameResource(Kinds.POD)) {
            return PodClaims.of(event.object()).stream()
                    .map(name -> new Key(event.namespace(), name))
                    .toList();
        }
        if (event.kind().sameResource(Kinds.PERSISTENT_VOLUME)) {
            return ReleasedVolumes.claimOf(event.object());
        }
        return Affected.self(event, Kinds.PERSISTENT_VOLUME_CLAIM);
    }

    /** True when the claim's class binds it only after a pod has been scheduled. */
    static boolean waits(ObjectStore store, JsonNode claim) {
        return storageClass(store, claim)
                .filter(one -> one.path("volumeBindingMode").asText().equals("WaitForFirstConsumer"))
                .isPresent();
    }

    private static Optional<ObjectNode> storageClass(ObjectStore store, JsonNode claim) {
        if (claim.path("spec").has("storageClassName")) {
            return store.view(
                    Kinds.STORAGE_CLASS,
                    "",
                    claim.path("spec").path("storageClassName").asText());
        }
        return store.views(Kinds.STORAGE_CLASS, "").objects().stream()
                .filter(one -> "true".equals(Meta.annotations(one).get(DEFAULT_CLASS)))
                .findFirst();
    }

    @Override
    public Optional<Duration> reconcile(Key key) {
        ObjectNode claim = store.get(Kinds.PERSISTENT_VOLUME_CLAIM, key.namespace(), key.name())
                .orElse(null);
        released.settle(key, claim == null ? "" : Meta.uid(claim));
        String phase =
                claim == null ? "Lost" : claim.path("status").path("phase").asText();
        if (phase.equals("Bound")) {
            grow(claim);
        }
        if (phase.equals("Bound") || phase.equals("Lost")) {
            return Optional.empty();
        }
        store.mutateStatus(Kinds.PERSISTENT_VOLUME_CLAIM, key.namespace(), key.name(), now -> {
            now.withObject("/status").put("phase", "Pending");
            return now;
        });
        if (faults.strikes(
                FaultKind.PVC_LOST, Lineage.of(store, Kinds.PERSISTENT_VOLUME_CLAIM, claim), Meta.uid(claim))) {
            return lost(claim);
        }
        if (faults.strikes(
                FaultKind.PVC_PENDING, Lineage.of(store, Kinds.PERSISTENT_VOLUME_CLAIM, claim), Meta.uid(claim))) {
            events.warning(
                    Kinds.PERSISTENT_VOLUME_CLAIM,
                    claim,
                    "ProvisioningFailed",
                    "failed to provision volume with StorageClass: rpc error: code = ResourceExhausted desc = no storage pool has enough free space");
            return Optional.of(Duration.ofSeconds(15));
        }
        String volume = claim.path("spec").path("volumeName").asText("");
        Optional<ObjectNode> storageClass = storageClass(store, claim);
        String wanted = claim.path("spec").path("storageClassName").asText("");
        if (volume.isEmpty() && storageClass.isEmpty() && !wanted.isEmpty()) {
            events.warning(
                    Kinds.PERSISTENT_VOLUME_CLAIM,
                    claim,
                    "ProvisioningFailed",
                    "storageclass.storage.k8s.io \"" + wanted + "\" not found");
            return Optional.of(Duration.ofSeconds(15));
        }
        if (volume.isEmpty() && storageClass.isEmpty()) {
            events.normal(
                    Kinds.PERSISTENT_VOLUME_CLAIM,
                    claim,
                    "FailedBinding",
                    "no persistent volumes available for this claim and no storage class is set");
            return Optional.empty();
        }
        if (volume.isEmpty() && waits(store, claim) && !hasConsumer(key)) {
            events.normal(
                    Kinds.PERSISTENT_VOLUME_CLAIM,
                    claim,
                    "WaitForFirstConsumer",
                    "waiting for first consumer to be created before binding");
            return Optional.empty();
        }
        bind(claim, volume, storageClass);
        return Optional.empty();
    }

    /** What a claim wants more than it has is given to it, where its class allows that. */
    private void grow(ObjectNode claim) {
        JsonNode wanted = claim.at("/spec/resources/requests/storage");
        BigDecimal has = Quantities.parse(claim.at("/status/capacity/storage"));
        boolean grows = Quantities.parse(wanted).compareTo(has) > 0
                && storageClass(store, claim)
                        .filter(one -> one.path("allowVolumeExpansion").asBoolean())
                        .isPresent();
        String volume = claim.at("/spec/volumeName").asText();
        if (!grows || store.view(Kinds.PERSISTENT_VOLUME, "", volume).isEmpty()) {
            return;
        }
        store.mutate(Kinds.PERSISTENT_VOLUME, "", volume, now -> {
            now.withObject("/spec/capacity").set("storage", wanted);
            return now;
        });
        store.mutateStatus(Kinds.PERSISTENT_VOLUME_CLAIM, Meta.namespace(claim), Meta.name(claim), now -> {
            now.withObject("/status/capacity").set("storage", wanted);
            return now;
        });
    }

    private Optional<Duration> lost(ObjectNode claim) {
        events.warning(
                Kinds.PERSISTENT_VOLUME_CLAIM,
                claim,
                "ClaimLost",
                "Bound claim has lost reference to PersistentVolume. Data on the volume is lost!");
        store.mutateStatus(Kinds.PERSISTENT_VOLUME_CLAIM, Meta.namespace(claim), Meta.name(claim), now -> {
            now.withObject("/status").put("phase", "Lost");
            return now;
        });
        return Optional.empty();
    }

    private boolean hasConsumer(Key key) {
        return store.views(Kinds.POD, key.namespace()).objects().stream()
                .anyMatch(pod -> pod.path("spec").hasNonNull("nodeName")
                        && PodClaims.of(pod).contains(key.name()));
    }

    private void bind(ObjectNode claim, String wanted, Optional<ObjectNode> storageClass) {
        String volume = wanted.isEmpty() ? "pvc-" + Meta.uid(claim) : wanted;
        if (store.view(Kinds.PERSISTENT_VOLUME, "", volume).isEmpty()) {
            store.create(Kinds.PERSISTENT_VOLUME, volume(claim, volume, storageClass));
        }
        store.mutate(Kinds.PERSISTENT_VOLUME_CLAIM, Meta.namespace(claim), Meta.name(claim), now -> {
            ObjectNode spec = now.withObject("/spec").put("volumeName", volume);
            storageClass.ifPresent(one -> spec.put("storageClassName", Meta.name(one)));
            ObjectNode status = now.withObject("/status").put("phase", "Bound");
            status.set("accessModes", now.path("spec").path("accessModes").deepCopy());
            status.putObject("capacity")
                    .set(
                            "storage",
                            now.path("spec")
                                    .path("resources")
                                    .path("requests")
                                    .path("storage")
                                    .deepCopy());
            return now;
        });
        events.normal(
                Kinds.PERSISTENT_VOLUME_CLAIM,
                claim,
                "ProvisioningSucceeded",
                "Successfully provisioned volume " + volume);
    }

    private static ObjectNode volume(ObjectNode claim, String name, Optional<ObjectNode> storageClass) {
        ObjectNode volume = JsonNodeFactory.instance.objectNode();
        volume.putObject("metadata").put("name", name);
        ObjectNode spec = volume.putObject("spec");
        spec.set("accessModes", claim.path("spec").path("accessModes").deepCopy());
        spec.putObject("capacity")
                .set(
                        "storage",
                        claim.path("spec")
                                .path("resources")
                                .path("requests")
                                .path("storage")
                                .deepCopy());
        spec.putObject("claimRef")
                .put("kind", "PersistentVolumeClaim")
                .put("name", Meta.name(claim))
                .put("namespace", Meta.namespace(claim))
                .put("uid", Meta.uid(claim));
        storageClass.ifPresent(one -> spec.put("storageClassName", Meta.name(one)));
        spec.put("persistentVolumeReclaimPolicy", "Delete").put("volumeMode", "Filesystem");
        volume.putObject("status").put("phase", "Bound");
        return volume;
    }
}
