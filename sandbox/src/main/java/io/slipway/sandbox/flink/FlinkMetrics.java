package io.slipway.sandbox.flink;

import io.slipway.sandbox.net.SimEndpoint;
import io.slipway.sandbox.net.SimResponse;
import java.util.function.Supplier;

/** The Prometheus reporter on port 9249. */
final class FlinkMetrics {
    private FlinkMetrics() {}

    static SimEndpoint jobManager(FlinkCluster cluster) {
        return endpoint(() -> gauge(
                        "flink_jobmanager_numRegisteredTaskManagers",
                        cluster.taskManagers().size())
                + gauge("flink_jobmanager_numRunningJobs", ClusterViews.count(cluster, JobStatus.RUNNING))
                + gauge("flink_jobmanager_taskSlotsTotal", cluster.slots())
                + gauge("flink_jobmanager_taskSlotsAvailable", cluster.freeSlots())
                + gauge("flink_jobmanager_Status_JVM_Memory_Heap_Used", 152_043_520));
    }

    static SimEndpoint taskManager() {
        return endpoint(() -> gauge("flink_taskmanager_Status_JVM_Memory_Heap_Used", 141_557_760)
                + gauge("flink_taskmanager_Status_JVM_Threads_Count", 48)
                + gauge("flink_taskmanager_Status_Network_AvailableMemorySegments", 8192));
    }

    private static SimEndpoint endpoint(Supplier<String> text) {
        return request -> request.path().equals("/metrics") || request.path().equals("/")
                ? SimResponse.text(200, "text/plain; version=0.0.4", text.get())
                : SimResponse.plain(404, "not found\n");
    }

    private static String gauge(String name, long value) {
        return "# HELP " + name + " " + name + " (scope: simulated)\n# TYPE " + name + " gauge\n" + name
                + "{host=\"simulated\",} " + (double) value + "\n";
    }
}
