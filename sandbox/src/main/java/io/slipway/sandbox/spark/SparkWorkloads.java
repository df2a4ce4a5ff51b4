package io.slipway.sandbox.spark;

import io.slipway.sandbox.workloads.Services;
import io.slipway.sandbox.workloads.Workload;
import java.util.List;

/** The containers of the Spark image. */
public final class SparkWorkloads {
    private SparkWorkloads() {}

    /** Driver, executor, History Server, and the submit pod for all the rest. */
    public static List<Workload> all(Services services) {
        return List.of(
                new DriverWorkload(services),
                new ExecutorWorkload(),
                new HistoryServerWorkload(services),
                new OperatorWorkload(services),
                new SubmitPodWorkload(services));
    }
}
