package io.slipway.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.kube.Conditions;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.ResourceKind;
import io.slipway.sandbox.store.StoreEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Holds the target of a HorizontalPodAutoscaler between its bounds; simulated load never asks for more. */
public final class AutoscalerController implements Controller {
    private final ObjectStore store;

    public AutoscalerController(ObjectStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "horizontal-pod-autoscaler";
    }

    @Override
    public List<Key> affected(StoreEvent event) {
        return Affected.self(event, Kinds.HORIZONTAL_POD_AUTOSCALER);
    }

    @Override
    public Optional<Duration> reconcile(Key key) {
        ObjectNode scaler = store.get(Kinds.HORIZONTAL_POD_AUTOSCALER, key.namespace(), key.name())
                .orElse(null);
        if (scaler == null) {
            return Optional.empty();
        }
        JsonNode spec = scaler.path("spec");
        JsonNode ref = spec.path("scaleTargetRef");
        Optional<ResourceKind> kind = List.of(Kinds.DEPLOYMENT, Kinds.STATEFUL_SET, Kinds.REPLICA_SET).stream()
                .filter(one -> one.kind().equals(ref.path("kind").asText()))
                .findFirst();
        Optional<ObjectNode> target = kind.flatMap(
                one -> store.view(one, key.namespace(), ref.path("name").asText()));
        int now = target.map(one -> one.path("spec").path("replicas").asInt(1)).orElse(0);
        int wanted = Math.min(
                spec.path("maxReplicas").asInt(1),
                Math.max(spec.path("minReplicas").asInt(1), now));
        if (target.isPresent() && wanted != now) {
            store.mutate(kind.get(), key.namespace(), ref.path("name").asText(), one -> {
                one.withObject("/spec").put("replicas", wanted);
                return one;
            });
        }
        write(key, target.isPresent(), now, wanted);
        return Optional.of(Duration.ofSeconds(60));
    }

    private void write(Key key, boolean found, int now, int wanted) {
        store.mutateStatus(Kinds.HORIZONTAL_POD_AUTOSCALER, key.namespace(), key.name(), scaler -> {
            ObjectNode status = scaler.withObject("/status");
            status.put("currentReplicas", now).put("desiredReplicas", wanted);
            status.put(
                    "observedGeneration",
                    scaler.path("metadata").path("generation").asLong());
            Conditions.set(
                    status,
                    "AbleToScale",
                    found,
                    found ? "ReadyForNewScale" : "FailedGetScale",
                    found
                            ? "recommended size matches current size"
                            : "the HPA controller was unable to get the target's current scale");
            Conditions.set(status, "ScalingActive", found, found ? "ValidMetricFound" : "FailedGetScale", "");
            return scaler;
        });
    }
}
