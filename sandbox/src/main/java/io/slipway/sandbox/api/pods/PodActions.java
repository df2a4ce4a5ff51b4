package io.slipway.sandbox.api.pods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.http.Exchange;
import io.slipway.sandbox.api.http.Json;
import io.slipway.sandbox.api.select.LabelSelector;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.Status;
import io.slipway.sandbox.store.WriteMode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code pods/eviction} and {@code pods/binding}. */
public final class PodActions {

    private static final int RETRY_SECONDS = 10;

    private final ObjectStore store;

    /**
     * Acts on the pods of a store.
     *
     * @param store the store
     */
    public PodActions(ObjectStore store) {
        this.store = store;
    }

    /**
     * Deletes a pod unless a disruption budget has no disruption left.
     *
     * @param exchange the request
     * @param namespace the pod's namespace
     * @param name the pod's name
     * @throws IOException when the client went away
     */
    public void evict(Exchange exchange, String namespace, String name) throws IOException {
        boolean dryRun = exchange.queryAll("dryRun").contains("All") || asksForDryRun(exchange.bodyObjectIfAny());
        ObjectNode pod = Targets.pod(store, namespace, name);
        for (ObjectNode budget :
                store.views(Kinds.POD_DISRUPTION_BUDGET, namespace).objects()) {
            boolean covers = LabelSelector.of(budget.at("/spec/selector")).test(pod);
            if (covers && budget.at("/status/disruptionsAllowed").asInt() < 1) {
                throw refused(budget);
            }
            if (covers && !dryRun) {
                use(budget);
            }
        }
        store.delete(Kinds.POD, namespace, name, Deletion.BACKGROUND, dryRun ? WriteMode.DRY_RUN : WriteMode.COMMIT);
        exchange.respond(201, success());
    }

    private static boolean asksForDryRun(Optional<ObjectNode> eviction) {
        return eviction.filter(body -> !body.at("/deleteOptions/dryRun").isEmpty())
                .isPresent();
    }

    /** At once: the next eviction may come before the budget's controller has counted again. */
    private void use(ObjectNode budget) {
        store.mutateStatus(Kinds.POD_DISRUPTION_BUDGET, Meta.namespace(budget), Meta.name(budget), now -> {
            int left = now.at("/status/disruptionsAllowed").asInt();
            now.withObject("/status").put("disruptionsAllowed", Math.max(0, left - 1));
            return now;
        });
    }

    /**
     * Says on which node a pod runs.
     *
     * @param exchange the request
     * @param namespace the pod's namespace
     * @param name the pod's name
     * @throws IOException when the client went away
     */
    public void bind(Exchange exchange, String namespace, String name) throws IOException {
        JsonNode node = exchange.bodyObject().at("/target/name");
        Targets.pod(store, namespace, name);
        store.mutate(Kinds.POD, namespace, name, pod -> {
            if (!pod.at("/spec/nodeName").asText("").isEmpty()) {
                String why = "pod %s is already assigned to node \"%s\""
                        .formatted(name, pod.at("/spec/nodeName").asText());
                throw Refusals.conflict(Kinds.POD, name, why);
            }
            pod.withObject("/spec").set("nodeName", node);
            return pod;
        });
        exchange.respond(201, success());
    }

    private static RuntimeException refused(ObjectNode budget) {
        String message = "Cannot evict pod as it would violate the pod's disruption budget.";
        Status.Cause cause = new Status.Cause(
                "DisruptionBudget",
                "The disruption budget %s needs %s healthy pods and has %s currently"
                        .formatted(
                                Meta.name(budget),
                                budget.at("/status/desiredHealthy").asText("0"),
                                budget.at("/status/currentHealthy").asText("0")),
                "");
        Status.Details details = new Status.Details("", "", "", "", List.of(cause), RETRY_SECONDS);
        return Refusals.refusal(429, "TooManyRequests", message, details);
    }

    private static ObjectNode success() {
        return Json.object()
                .put("kind", "Status")
                .put("apiVersion", "v1")
                .put("status", "Success")
                .put("code", 201);
    }
}
