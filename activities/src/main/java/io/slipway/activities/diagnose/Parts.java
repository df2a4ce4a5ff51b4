package io.slipway.activities.diagnose;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.diagnosis.collect.Bundle;
import io.slipway.model.action.Diagnose.Include;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parts of a bundle that somebody asked for. */
final class Parts {

    private final List<Include> include;
    private final String usage;

    private Parts(List<Include> include, String usage) {
        this.include = include;
        this.usage = usage;
    }

    static Parts of(List<Include> include, Cluster cluster, String namespace) throws InterruptedException {
        return new Parts(include, include.contains(Include.USAGE) ? usage(cluster, namespace) : "");
    }

    /** The bundle with these parts; the findings are always there. */
    Bundle apply(Bundle bundle) {
        Map<String, String> files = new TreeMap<>(bundle.files());
        files.keySet().removeIf(path -> !wanted(path));
        if (!usage.isEmpty()) {
            files.put("usage.txt", usage);
        }
        return new Bundle(files);
    }

    private boolean wanted(String path) {
        if (path.startsWith("logs/")) {
            return include.contains(Include.LOGS);
        }
        if (path.equals("events.txt")) {
            return include.contains(Include.EVENTS);
        }
        boolean ofObjects = path.startsWith("objects/") || path.startsWith("describe/");
        return !ofObjects || include.contains(Include.OBJECTS);
    }

    /** Use of every container; empty where there is no metrics server. */
    private static String usage(Cluster cluster, String namespace) throws InterruptedException {
        String path = "/apis/metrics.k8s.io/v1beta1/namespaces/" + namespace + "/pods";
        StringBuilder text = new StringBuilder();
        try {
            JsonNode list = cluster.api().find(path).orElse(null);
            if (list == null) {
                return "";
            }
            for (JsonNode pod : list.path("items")) {
                for (JsonNode container : pod.path("containers")) {
                    text.append(pod.path("metadata").path("name").asText())
                            .append(' ')
                            .append(container.path("name").asText())
                            .append(" cpu ")
                            .append(container.path("usage").path("cpu").asText())
                            .append(" memory ")
                            .append(container.path("usage").path("memory").asText())
                            .append('\n');
                }
            }
        } catch (ApiException notServed) {
            return "";
        }
        return text.toString();
    }
}
