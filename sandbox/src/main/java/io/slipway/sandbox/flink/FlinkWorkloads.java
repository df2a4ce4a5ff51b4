package io.slipway.sandbox.flink;

import io.slipway.sandbox.workloads.Services;
import io.slipway.sandbox.workloads.Workload;
import java.util.List;

/** The containers of the Flink image. */
public final class FlinkWorkloads {
    private FlinkWorkloads() {}

    /** JobManager and TaskManager, sharing what they know of each other. */
    public static List<Workload> all(Services services) {
        FlinkClusters clusters = new FlinkClusters(services);
        FlinkCli cli = new FlinkCli(services);
        return List.of(new JobManagerWorkload(clusters, cli), new TaskManagerWorkload(services, clusters, cli));
    }
}
