package io.slipway.sandbox.spark;

import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Process;
import io.slipway.sandbox.workloads.Workload;
import java.time.Duration;

/** An executor: registers and works until its driver takes it down. */
final class ExecutorWorkload implements Workload {
    @Override
    public boolean runs(Container container) {
        return "executor".equals(Meta.labels(container.pod()).get("spark-role"));
    }

    @Override
    public int run(Process process) throws InterruptedException {
        String id = process.container().env().getOrDefault("SPARK_EXECUTOR_ID", "1");
        process.log(SparkLog.info(
                "CoarseGrainedExecutorBackend",
                "Started daemon with process name: 14@" + process.container().podName()));
        process.sleep(Duration.ofSeconds(1));
        process.log(SparkLog.info("CoarseGrainedExecutorBackend", "Successfully registered with driver"));
        process.log(SparkLog.info(
                "Executor",
                "Starting executor ID " + id + " on host " + process.container().podIp()));
        process.runForEver();
        return 0;
    }

    @Override
    public Usage usage(Container container) {
        return new Usage(900, 900);
    }
}
