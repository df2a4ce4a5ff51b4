package io.slipway.sandbox.flink;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;

/** What the REST API says about the cluster. */
final class ClusterViews {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ClusterViews() {}

    static ObjectNode overview(FlinkCluster cluster) {
        ObjectNode view = JSON.objectNode();
        view.put("taskmanagers", cluster.taskManagers().size());
        view.put("slots-total", cluster.slots()).put("slots-available", cluster.freeSlots());
        view.put("jobs-running", count(cluster, JobStatus.RUNNING))
                .put("jobs-finished", count(cluster, JobStatus.FINISHED));
        view.put("jobs-cancelled", count(cluster, JobStatus.CANCELED))
                .put("jobs-failed", count(cluster, JobStatus.FAILED));
        return view.put("flink-version", cluster.version()).put("flink-commit", "simulated");
    }

    static long count(FlinkCluster cluster, JobStatus status) {
        return cluster.jobs().stream().filter(job -> job.status() == status).count();
    }

    static ObjectNode taskManagers(FlinkCluster cluster) {
        ObjectNode view = JSON.objectNode();
        ArrayNode all = view.putArray("taskmanagers");
        int busy = cluster.slots() - cluster.freeSlots();
        for (TaskManager one : cluster.taskManagers()) {
            int used = Math.min(busy, one.slots());
            busy -= used;
            taskManager(all.addObject(), one, one.slots() - used);
        }
        return view;
    }

    static void taskManager(ObjectNode entry, TaskManager one, int free) {
        String address = one.container().podIp();
        int rpc = one.config().number("taskmanager.rpc.port", 6122);
        entry.put("id", one.id()).put("path", "pekko.tcp://flink@" + address + ":" + rpc + "/user/rpc/taskmanager_0");
        entry.put("dataPort", one.config().number("taskmanager.data.port", 6121))
                .put("jmxPort", -1);
        entry.put("timeSinceLastHeartbeat", System.currentTimeMillis());
        entry.put("slotsNumber", one.slots()).put("freeSlots", free);
        resource(entry.putObject("totalResource"), one.slots());
        resource(entry.putObject("freeResource"), free);
        entry.putObject("hardware")
                .put("cpuCores", 2)
                .put("physicalMemory", 4294967296L)
                .put("freeMemory", 1530082096L)
                .put("managedMemory", 1430224128L);
        entry.putObject("memoryConfiguration").put("totalProcessMemory", 4294967296L);
        entry.put("blocked", false);
    }

    private static void resource(ObjectNode entry, int slots) {
        entry.put("cpuCores", (double) slots).put("taskHeapMemory", 384 * slots).put("taskOffHeapMemory", 0);
        entry.put("managedMemory", 341 * slots).put("networkMemory", 85 * slots);
    }

    static ObjectNode config(FlinkCluster cluster) {
        ObjectNode view = JSON.objectNode();
        view.put("refresh-interval", 3000)
                .put("timezone-name", ZoneId.of("UTC").getId())
                .put("timezone-offset", 0);
        view.put("flink-version", cluster.version()).put("flink-revision", "simulated");
        view.putObject("features")
                .put("web-submit", true)
                .put("web-cancel", true)
                .put("web-rescale", false)
                .put("web-history", false);
        return view;
    }

    static ArrayNode jobManagerConfig(FlinkConfig config) {
        ArrayNode view = JSON.arrayNode();
        config.values().forEach((key, value) -> {
            boolean secret = key.matches(".*(password|secret|token|access-key).*");
            view.addObject().put("key", key).put("value", secret ? "******" : value);
        });
        return view;
    }
}
