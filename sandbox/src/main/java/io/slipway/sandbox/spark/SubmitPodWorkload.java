package io.slipway.sandbox.spark;

import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.generic.GenericWorkload;
import io.slipway.sandbox.net.SimEndpoint;
import io.slipway.sandbox.shell.Command;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Process;
import io.slipway.sandbox.workloads.Services;
import io.slipway.sandbox.workloads.Workload;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Any other container of the Spark image: runs its own script, and has Spark's commands. */
final class SubmitPodWorkload implements Workload {
    private final Services services;
    private final SqlShells shells;

    SubmitPodWorkload(Services services) {
        this.services = services;
        this.shells = new SqlShells(services);
    }

    @Override
    public boolean runs(Container container) {
        return SparkImage.is(container);
    }

    @Override
    public Duration readyAfter(Container container) {
        return Duration.ofSeconds(3);
    }

    @Override
    public int run(Process process) throws InterruptedException {
        if (process.container().commandLine().isEmpty()) {
            process.log("Spark version: 3.5.7 (simulated)");
            process.runForEver();
        }
        return GenericWorkload.script(process, process.container().commandLine());
    }

    @Override
    public Optional<SimEndpoint> endpoint(Container container, int port) {
        boolean there = port == 4040
                && shells.openIn(container)
                && !services.struck(FaultKind.METRICS_MISSING, container, "metrics");
        return there ? Optional.of(SparkUi::answer) : Optional.empty();
    }

    @Override
    public Map<String, Command> commands(Container container) {
        return Map.of(
                "spark-submit", call -> new SparkSubmit(services, container).run(call),
                "spark-sql", call -> shells.sql(call, container),
                "pyspark", call -> shells.python(call, container));
    }

    @Override
    public Map<String, String> files(Container container) {
        return SparkImage.files();
    }

    @Override
    public Usage usage(Container container) {
        return new Usage(10, 120);
    }
}
