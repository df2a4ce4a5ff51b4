package io.slipway.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.kube.Conditions;
import io.slipway.sandbox.kube.Pods;
import io.slipway.sandbox.kube.Selectors;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StoreEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Counts how many pods of each PodDisruptionBudget may be disrupted. */
public final class DisruptionController implements Controller {
    private final ObjectStore store;

    public DisruptionController(ObjectStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "disruption-controller";
    }

    @Override
    public List<Key> affected(StoreEvent event) {
        if (!event.kind().sameResource(Kinds.POD)) {
            return Affected.self(event, Kinds.POD_DISRUPTION_BUDGET);
        }
        return store.views(Kinds.POD_DISRUPTION_BUDGET, event.namespace()).objects().stream()
                .filter(budget -> Selectors.matches(budget.path("spec").path("selector"), Meta.labels(event.object())))
                .map(budget -> new Key(Meta.namespace(budget), Meta.name(budget)))
                .toList();
    }

    @Override
    public Optional<Duration> reconcile(Key key) {
        store.mutateStatus(Kinds.POD_DISRUPTION_BUDGET, key.namespace(), key.name(), budget -> {
            List<ObjectNode> pods = store.views(Kinds.POD, key.namespace()).objects().stream()
                    .filter(pod -> Selectors.matches(budget.path("spec").path("selector"), Meta.labels(pod)))
                    .filter(Pods::active)
                    .toList();
            int expected = pods.size();
            int healthy = (int) pods.stream().filter(Pods::ready).count();
            int desired = desired(budget.path("spec"), expected);
            int allowed = expected == 0 ? 0 : Math.max(0, healthy - desired);
            ObjectNode status = budget.withObject("/status");
            status.put("expectedPods", expected).put("currentHealthy", healthy).put("desiredHealthy", desired);
            status.put("disruptionsAllowed", allowed);
            status.put(
                    "observedGeneration",
                    budget.path("metadata").path("generation").asLong());
            Conditions.set(
                    status, "DisruptionAllowed", allowed > 0, allowed > 0 ? "SufficientPods" : "InsufficientPods", "");
            return budget;
        });
        return Optional.empty();
    }

    private static int desired(JsonNode spec, int expected) {
        if (spec.has("maxUnavailable")) {
            return Math.max(0, expected - amount(spec.path("maxUnavailable"), expected));
        }
        return amount(spec.path("minAvailable"), expected);
    }

    private static int amount(JsonNode value, int expected) {
        String text = value.asText("0");
        return text.endsWith("%")
                ? (int) Math.ceil(Integer.parseInt(text.substring(0, text.length() - 1)) * expected / 100.0)
                : value.asInt();
    }
}
