package io.slipway.activities.validate.probes;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.readiness.ReadinessRules;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.evidence.JsonValues;
import io.slipway.activities.step.StepContext;
import io.slipway.model.action.Probe.ObjectProbe;
import java.util.Map;
import java.util.Optional;

/** Gets one object and judges its readiness. */
final class ObjectAsker implements Asker<ObjectProbe> {
    @Override
    public String rule(ObjectProbe probe) {
        return probe.of() + " exists and is ready";
    }

    @Override
    public String byHand(ObjectProbe probe, String namespace) {
        return "kubectl get " + probe.of() + " -n " + probe.namespace().orElse(namespace) + " -o yaml";
    }

    @Override
    public Seen ask(ObjectProbe probe, StepContext context) throws InterruptedException {
        ClusterReader reader = ClusterReader.of(context, probe.namespace());
        ApiKind kind = reader.kind(probe.of().kind());
        Optional<JsonNode> found =
                reader.api().get(kind, kind.namespaced() ? reader.namespace() : "", probe.of().name());
        if (found.isEmpty()) {
            return Seen.nothing(
                    "not found",
                    probe.of() + " does not exist " + reader.place(kind),
                    "deploy it in an earlier step, or correct kind, name and namespace");
        }
        Readiness readiness = ReadinessRules.standard().of(found.get());
        Seen seen = Seen.good(
                Map.of("object", JsonValues.map(found.get()), "ready", readiness.isReady()),
                readiness.status() + ": " + readiness.reason());
        return seen.butWhen(
                !readiness.isReady(),
                probe.of() + " is not ready: " + readiness.reason(),
                "see its conditions and events: kubectl describe " + probe.of() + " -n " + reader.namespace());
    }
}
