package io.slipway.activities.validate.probes;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.readiness.ReadinessRules;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.evidence.JsonValues;
import io.slipway.activities.reach.Reach;
import io.slipway.model.action.Probe.ObjectsProbe;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists objects and judges the readiness of each. */
final class ObjectsAsker implements Asker<ObjectsProbe> {
    @Override
    public String subject(ObjectsProbe probe) {
        return probe.kind() + of(probe) + (probe.names().isEmpty() ? "" : " " + String.join(", ", probe.names()));
    }

    @Override
    public String rule(ObjectsProbe probe) {
        String which = probe.names().isEmpty() ? "" : " " + String.join(", ", probe.names());
        return "there are " + probe.kind() + which + of(probe) + " and all are ready";
    }

    @Override
    public String byHand(ObjectsProbe probe, String namespace) {
        return "kubectl get " + probe.kind() + " -n " + probe.namespace().orElse(namespace)
                + probe.selector().map(selector -> " -l '" + selector + "'").orElse("");
    }

    @Override
    public Calls calls(ObjectsProbe probe, Reach reach) throws InterruptedException {
        return reach.callsOn(probe.kind(), reach.namespace(probe.namespace()), "list");
    }

    @Override
    public Seen ask(ObjectsProbe probe, Reach reach) throws InterruptedException {
        String namespace = reach.namespace(probe.namespace());
        ApiKind kind = reach.cluster().kinds().called(probe.kind());
        List<JsonNode> objects = reach
                .list(probe.kind(), namespace, probe.selector().orElse(""))
                .stream()
                .filter(object -> probe.names().isEmpty() || probe.names().contains(name(object)))
                .toList();
        List<String> unready = unready(objects);
        Seen seen = Seen.good(
                Map.of(
                        "objects",
                        objects.stream().map(JsonValues::of).toList(),
                        "count",
                        (long) objects.size(),
                        "ready",
                        (long) objects.size() - unready.size()),
                summary(objects, unready));
        List<String> absent = absent(probe, objects);
        String command = "kubectl get " + probe.kind() + " -n " + namespace
                + probe.selector().map(selector -> " -l '" + selector + "'").orElse("");
        if (!absent.isEmpty()) {
            return seen.lacks(
                    "not in namespace " + namespace + ": " + called(kind, absent, ", "),
                    "deploy it in an earlier step, or correct the name; see " + command);
        }
        return seen.butWhen(
                        !unready.isEmpty(),
                        "not ready: " + called(kind, unready, "; "),
                        "see the events of these objects; " + command)
                .butWhen(
                        objects.isEmpty(),
                        "no " + probe.kind() + of(probe) + " in namespace " + namespace,
                        "deploy them in an earlier step, or correct the selector; see " + command);
    }

    private static String called(ApiKind kind, List<String> names, String delimiter) {
        return names.stream().map(name -> kind.ref("", name).display()).collect(Collectors.joining(delimiter));
    }

    private static String of(ObjectsProbe probe) {
        return probe.selector().map(selector -> " with " + selector).orElse("");
    }

    private static List<String> absent(ObjectsProbe probe, List<JsonNode> objects) {
        Set<String> there =
                new HashSet<>(objects.stream().map(ObjectsAsker::name).toList());
        return probe.names().stream().filter(name -> !there.contains(name)).toList();
    }

    private static List<String> unready(List<JsonNode> objects) {
        List<String> unready = new ArrayList<>();
        for (JsonNode object : objects) {
            Readiness readiness = ReadinessRules.standard().of(object);
            if (!readiness.isReady()) {
                unready.add(name(object) + " (" + readiness.reason() + ")");
            }
        }
        return unready;
    }

    private static String summary(List<JsonNode> objects, List<String> unready) {
        String names =
                String.join(", ", objects.stream().map(ObjectsAsker::name).toList());
        String counts = objects.size() + " found, " + (objects.size() - unready.size()) + " ready";
        String trouble = unready.isEmpty() ? "" : "; not ready: " + String.join("; ", unready);
        return (counts + trouble + (names.isEmpty() ? "" : "; " + names));
    }

    private static String name(JsonNode object) {
        return object.path("metadata").path("name").asText();
    }
}
