package io.slipway.sandbox.spark;

import io.slipway.sandbox.net.SimEndpoint;
import io.slipway.sandbox.net.SimResponse;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Process;
import io.slipway.sandbox.workloads.Services;
import io.slipway.sandbox.workloads.Workload;
import java.util.Optional;

/** The Spark operator's controller as a container: what it logs, and its metrics. The work is the controller's. */
final class OperatorWorkload implements Workload {
    private static final int METRICS = 8080;

    private final OperatorCounts counts;

    OperatorWorkload(Services services) {
        this.counts = new OperatorCounts(services.store());
    }

    @Override
    public boolean runs(Container container) {
        return container.image().contains("spark-operator/controller")
                && container.commandLine().contains("controller");
    }

    @Override
    public int run(Process process) throws InterruptedException {
        process.log("INFO\tcontroller/start.go\tStarting manager (simulated)");
        process.log(
                "INFO\tcontroller/controller.go\tStarting workers\t{\"controller\": \"spark-application-controller\"}");
        process.runForEver();
        return 0;
    }

    @Override
    public Optional<SimEndpoint> endpoint(Container container, int port) {
        return port == METRICS
                ? Optional.of(request -> SimResponse.text(200, "text/plain; version=0.0.4", metrics()))
                : Optional.empty();
    }

    private String metrics() {
        return counter("spark_application_count", "SUBMITTED")
                + counter("spark_application_success_count", "COMPLETED")
                + counter("spark_application_failure_count", "FAILED");
    }

    private String counter(String name, String state) {
        long count = counts.of(state);
        return "# HELP " + name + " simulated\n# TYPE " + name + " counter\n" + name + " " + count + "\n";
    }
}
