package io.slipway.activities.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.s3.S3Exception;
import io.slipway.activities.validate.probes.S3Store;
import io.slipway.activities.validate.probes.Seen;
import io.slipway.model.action.Preflight;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Needs that other programs meet: services with endpoints, running pods, buckets. */
final class RunningNeeds {
    private RunningNeeds() {}

    static Need reachable(String service) {
        return new Need(
                "service " + service,
                "reachable",
                "service " + service + " has a ready endpoint",
                Reach::callsToService,
                reach -> Seen.good(Map.of(), "reached over " + reach.service(service)));
    }

    static Need pods(Preflight.PodNeed need) {
        return new Need(
                "pods " + need.name(),
                "pods",
                "a pod with " + need.selector() + " is running",
                need.optional(),
                reach -> Calls.on(Cluster.PODS, reach.context().namespace(), "list"),
                reach -> pods(need, reach));
    }

    private static Seen pods(Preflight.PodNeed need, Reach reach) throws InterruptedException {
        String namespace = reach.context().namespace();
        List<JsonNode> pods = reach.list("pods", namespace, need.selector());
        boolean running = pods.stream().anyMatch(pod -> phase(pod).equals("Running"));
        String states = pods.stream()
                .map(pod -> pod.path("metadata").path("name").asText() + " " + phase(pod))
                .collect(Collectors.joining(", "));
        return Seen.good(Map.of(), states.isEmpty() ? "no pods" : states)
                .butWhen(
                        !running,
                        need.name() + " is not running in namespace " + namespace + ": "
                                + (states.isEmpty() ? "no pod with " + need.selector() : states),
                        "deploy " + need.name() + " first, or correct the selector");
    }

    private static String phase(JsonNode pod) {
        return pod.path("status").path("phase").asText("Pending");
    }

    static Need bucket(Preflight.BucketNeed need) {
        return new Need(
                "bucket " + need.bucket(),
                "buckets",
                "bucket " + need.bucket() + " exists and may be listed",
                reach -> S3Store.calls(need.s3(), reach),
                reach -> bucket(need, reach));
    }

    private static Seen bucket(Preflight.BucketNeed need, Reach reach) throws InterruptedException {
        S3Store store = new S3Store(need.s3(), reach);
        try {
            int count = store.list(need.bucket(), "").keys().size();
            return Seen.good(Map.of(), "exists, " + count + " objects");
        } catch (S3Exception refused) {
            return Seen.nothing("HTTP " + refused.status(), store.cause(refused, need.bucket()), store.fix(refused));
        }
    }
}
