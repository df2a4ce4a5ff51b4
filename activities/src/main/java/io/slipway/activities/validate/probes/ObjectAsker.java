package io.slipway.activities.validate.probes;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.readiness.ReadinessRules;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.evidence.JsonValues;
import io.slipway.activities.reach.Reach;
import io.slipway.model.action.Probe.ObjectProbe;
import java.util.Map;
import java.util.Optional;

/** Gets one object and judges its readiness. */
final class ObjectAsker implements Asker<ObjectProbe> {
    @Override
    public String subject(ObjectProbe probe) {
        return probe.of().toString();
    }

    @Override
    public String rule(ObjectProbe probe) {
        return probe.of() + " exists and is ready";
    }

    @Override
    public String byHand(ObjectProbe probe, String namespace) {
        return "kubectl get " + probe.of() + " -n " + probe.namespace().orElse(namespace) + " -o yaml";
    }

    @Override
    public Calls calls(ObjectProbe probe, Reach reach) throws InterruptedException {
        return reach.callsOn(probe.of().kind(), reach.namespace(probe.namespace()), "get");
    }

    @Override
    public Seen ask(ObjectProbe probe, Reach reach) throws InterruptedException {
        String namespace = reach.namespace(probe.namespace());
        ApiKind kind = reach.cluster().kinds().called(probe.of().kind());
        Optional<JsonNode> found = reach.api()
                .get(kind, kind.namespaced() ? namespace : "", probe.of().name());
        String place = kind.namespaced() ? "in namespace " + namespace : "in the cluster";
        if (found.isEmpty()) {
            return Seen.nothing(
                    "not found",
                    probe.of() + " does not exist " + place,
                    "deploy it in an earlier step, or correct kind, name and namespace");
        }
        Readiness readiness = ReadinessRules.standard().of(found.get());
        Seen seen = Seen.good(
                Map.of("object", JsonValues.map(found.get()), "ready", readiness.isReady()),
                readiness.status() + ": " + readiness.reason());
        return seen.butWhen(
                !readiness.isReady(),
                probe.of() + " is not ready: " + readiness.reason(),
                "see its conditions and events: kubectl describe " + probe.of() + " -n " + namespace);
    }
}
