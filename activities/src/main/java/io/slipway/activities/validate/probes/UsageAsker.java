package io.slipway.activities.validate.probes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.Selector;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.model.action.Probe.UsageProbe;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares what containers use, by the metrics API, with their limits. */
final class UsageAsker implements Asker<UsageProbe> {
    @Override
    public String subject(UsageProbe probe) {
        return "the use of the pods with " + probe.selector();
    }

    @Override
    public String rule(UsageProbe probe) {
        return "every container of the pods with " + probe.selector() + " is within its CPU and memory limits";
    }

    @Override
    public String byHand(UsageProbe probe, String namespace) {
        return "kubectl top pods --containers -n " + probe.namespace().orElse(namespace) + " -l '" + probe.selector()
                + "'";
    }

    @Override
    public Calls calls(UsageProbe probe, Reach reach) {
        String namespace = reach.namespace(probe.namespace());
        return Calls.on(Cluster.PODS, namespace, "list").and(Calls.on("pods.metrics.k8s.io", namespace, "list"));
    }

    @Override
    public Seen ask(UsageProbe probe, Reach reach) throws InterruptedException {
        String namespace = reach.namespace(probe.namespace());
        List<JsonNode> running = reach.list("pods", namespace, probe.selector()).stream()
                .filter(pod -> pod.path("status").path("phase").asText().equals("Running"))
                .toList();
        if (running.isEmpty()) {
            return Seen.nothing(
                    "no running pod",
                    "no pod with " + probe.selector() + " is running in namespace " + namespace,
                    "correct the selector, or find out why the pods are not running");
        }
        Map<String, JsonNode> metrics = metrics(reach, namespace, probe.selector());
        List<PodUsage> usages = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (JsonNode pod : running) {
            String name = pod.path("metadata").path("name").asText();
            if (metrics.containsKey(name)) {
                usages.add(PodUsage.of(pod, metrics.get(name)));
            } else {
                unknown.add(name);
            }
        }
        return judged(usages, unknown);
    }

    private static Seen judged(List<PodUsage> usages, List<String> unknown) {
        List<String> above =
                usages.stream().flatMap(usage -> usage.above().stream()).toList();
        Seen seen = Seen.good(
                Map.of("pods", usages.stream().map(PodUsage::value).toList()),
                (String.join("; ", usages.stream().map(PodUsage::line).toList())));
        if (!unknown.isEmpty()) {
            return seen.lacks(
                    "the metrics API has no values yet for " + String.join(", ", unknown),
                    "wait a minute after the start of a pod (within: 2m), and check that metrics-server is healthy");
        }
        return seen.butWhen(
                !above.isEmpty(), String.join("; ", above), "raise the limits of the container, or give it less work");
    }

    private static Map<String, JsonNode> metrics(Reach reach, String namespace, String selector)
            throws InterruptedException {
        Map<String, JsonNode> byPod = new HashMap<>();
        String path = "/apis/metrics.k8s.io/v1beta1/namespaces/" + namespace + "/pods?labelSelector="
                + URLEncoder.encode(Selector.parse(selector).toString(), UTF_8);
        for (JsonNode item : reach.api().read(path).path("items")) {
            byPod.put(item.path("metadata").path("name").asText(), item);
        }
        return byPod;
    }
}
