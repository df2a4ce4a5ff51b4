package io.slipway.workflows.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.json.Json;
import io.slipway.workflows.contract.Prepared;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What expressions can see: params, target, rollout, each, and the steps that are named. */
final class Scope {
    private final Ledger ledger;
    private final Map<String, JsonNode> fixed = new TreeMap<>();
    private final Map<String, JsonNode> earlier;

    Scope(Ledger ledger, Prepared prepared) {
        this.ledger = ledger;
        ObjectNode params = JsonNodeFactory.instance.objectNode();
        prepared.header().orElseThrow().params().forEach(params::set);
        fixed.put("params", params);
        earlier = prepared.looks().map(Prepared.Look::steps).orElse(Map.of());
        fixed.put("target", Json.tree(prepared.target().orElseThrow()));
    }

    /** The scope for a step that names these other steps. */
    Map<String, JsonNode> of(Collection<String> uses) {
        Map<String, JsonNode> scope = new TreeMap<>(fixed);
        scope.put("rollout", rollout());
        ObjectNode steps = JsonNodeFactory.instance.objectNode();
        uses.forEach(name -> seen(name).ifPresent(step -> steps.set(identifier(name), step)));
        scope.put("steps", steps);
        return scope;
    }

    /** The scope that names every step, for the rollout's own outputs. */
    Map<String, JsonNode> ofAll() {
        Set<String> names = new HashSet<>(ledger.journal().steps().keySet());
        names.addAll(earlier.keySet());
        return of(names);
    }

    private Optional<JsonNode> seen(String name) {
        return ledger.step(name).<JsonNode>map(StepRecord::seen).or(() -> Optional.ofNullable(earlier.get(name)));
    }

    private ObjectNode rollout() {
        ObjectNode rollout = JsonNodeFactory.instance.objectNode();
        rollout.put("id", ledger.journal().rollout());
        rollout.put("pipeline", ledger.journal().pipeline());
        rollout.put("status", ledger.status().word());
        return rollout;
    }

    /** A step's name as expressions write it. */
    static String identifier(String step) {
        return step.replace('-', '_');
    }
}
