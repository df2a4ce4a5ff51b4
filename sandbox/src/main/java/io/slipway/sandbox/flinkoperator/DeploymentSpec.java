package io.slipway.sandbox.flinkoperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Meta;
import java.util.Map;
import java.util.TreeMap;

/**
 * A FlinkDeployment as it is wanted.
 *
 * @param object the object
 */
record DeploymentSpec(ObjectNode object) {
    JsonNode spec() {
        return object.path("spec");
    }

    String name() {
        return Meta.name(object);
    }

    String namespace() {
        return Meta.namespace(object);
    }

    boolean isSession() {
        return !spec().hasNonNull("job");
    }

    boolean isStandalone() {
        return spec().path("mode").asText("native").equals("standalone");
    }

    boolean isSuspended() {
        return spec().at("/job/state").asText("running").equals("suspended");
    }

    /** The options as written, flat, whether they were written flat or as a tree. */
    Map<String, String> options() {
        Map<String, String> options = new TreeMap<>();
        flatten("", spec().path("flinkConfiguration"), options);
        return options;
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> into) {
        node.properties().forEach(entry -> {
            String key = prefix + entry.getKey();
            if (entry.getValue().isObject()) {
                flatten(key + ".", entry.getValue(), into);
            } else {
                into.put(key, entry.getValue().asText());
            }
        });
    }

    /** The whole configuration that processes of the cluster read. */
    Map<String, String> configuration() {
        Map<String, String> all = new TreeMap<>(options());
        all.put("kubernetes.cluster-id", name());
        all.put("kubernetes.namespace", namespace());
        all.put("kubernetes.container.image.ref", image());
        all.put("jobmanager.rpc.address", name() + "." + namespace());
        all.put(
                "jobmanager.memory.process.size",
                spec().at("/jobManager/resource/memory").asText("1600m"));
        all.put(
                "taskmanager.memory.process.size",
                spec().at("/taskManager/resource/memory").asText("1728m"));
        all.putIfAbsent("taskmanager.numberOfTaskSlots", "1");
        all.putIfAbsent("rest.port", "8081");
        all.put(
                "parallelism.default",
                spec().at("/job/parallelism").asText(options().getOrDefault("parallelism.default", "1")));
        return all;
    }

    boolean isHighlyAvailable() {
        String type =
                options().getOrDefault("high-availability.type", options().getOrDefault("high-availability", "NONE"));
        return !type.equalsIgnoreCase("none");
    }

    String image() {
        return spec().path("image")
                .asText("flink:"
                        + spec().path("flinkVersion")
                                .asText("")
                                .replaceFirst("^v", "")
                                .replace('_', '.'));
    }

    int slots() {
        return number(options().getOrDefault("taskmanager.numberOfTaskSlots", "1"), 1);
    }

    int parallelism() {
        return spec().at("/job/parallelism").asInt(1);
    }

    /** TaskManagers that are there without jobs. In native mode only as many as the smallest number of slots asks for. */
    int idleTaskManagers() {
        if (isStandalone()) {
            int needed = isSession() ? 1 : Math.ceilDiv(parallelism(), slots());
            return spec().at("/taskManager/replicas").asInt(needed);
        }
        return Math.ceilDiv(number(options().getOrDefault("slotmanager.number-of-slots.min", "0"), 0), slots());
    }

    private static int number(String text, int fallback) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : fallback;
    }
}
