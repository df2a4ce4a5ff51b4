package io.slipway.cli.system;

import io.slipway.cli.console.Environment;
import io.slipway.cli.engine.SandboxCluster;
import io.slipway.cli.error.ExitCode;
import io.slipway.cli.home.Home;
import io.slipway.cli.home.WholeFile;
import io.slipway.sandbox.sim.SimulationOptions;
import io.slipway.sandbox.temporal.PortBoundTemporal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code slipway sandbox}: serves the simulated cluster on loopback, for kubectl. */
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        description = "Serve the simulated cluster on loopback until interrupted, with a kubeconfig for" + " kubectl.",
        footerHeading = "%nExamples:%n",
        footer = {"  slipway sandbox --port 8001", "  KUBECONFIG=.slipway/sandbox/kubeconfig kubectl get pods -A"})
public final class SandboxCommand implements Callable<Integer> {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final Environment environment;

    @Option(
            names = "--port",
            defaultValue = "0",
            description = "Port of the Kubernetes API on loopback (default: any free port).")
    private int port;

    @Option(
            names = "--temporal-port",
            paramLabel = "PORT",
            description = "Also serve an in-memory Temporal server on this port on loopback.")
    private Optional<Integer> temporalPort = Optional.empty();

    @Option(
            names = "--namespace",
            defaultValue = SimulationOptions.GUIDES,
            description = "Namespace of MinIO and Nessie (default: ${DEFAULT-VALUE}).")
    private String namespace;

    @Option(names = "--in-memory", description = "Write nothing to disk.")
    private boolean inMemory;

    @Option(
            names = "--fault",
            paramLabel = "WHERE: WHAT",
            description = "Fault to inject; can be repeated. Each is reported when it first strikes.")
    private List<String> faults = new ArrayList<>();

    /** The command in that environment. */
    public SandboxCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = new Home(environment).folder().resolve("sandbox");
        Optional<Path> kept = inMemory ? Optional.empty() : Optional.of(folder);
        try (UntilStopped stopped = new UntilStopped();
                SandboxCluster cluster = SandboxCluster.start(kept, port, namespace, faults)) {
            Path kubeconfig = folder.resolve("kubeconfig");
            Files.createDirectories(folder);
            WholeFile.write(kubeconfig, cluster.kubeconfig());
            say("SIMULATION (sandbox): nothing here is real");
            say("api         " + cluster.sandbox().apiUrl());
            say("kubeconfig  " + kubeconfig);
            faults.forEach(fault -> say("fault       " + fault + ", once what it names exists"));
            serve(stopped, cluster);
            cluster.faultsThatStruckNothing()
                    .forEach(fault ->
                            say("warning: the fault '" + fault + "' had no effect: what it names never existed"));
        }
        return ExitCode.DONE;
    }

    private void serve(UntilStopped stopped, SandboxCluster cluster) throws IOException, InterruptedException {
        if (temporalPort.isEmpty()) {
            follow(stopped, cluster);
            return;
        }
        try (PortBoundTemporal temporal = PortBoundTemporal.start(temporalPort.get(), clusterId())) {
            say("temporal    " + temporal.target() + ", in memory: its data is lost when this command ends");
            follow(stopped, cluster);
        }
    }

    /** Tells of each fault when it first strikes, until the process shall stop. */
    private void follow(UntilStopped stopped, SandboxCluster cluster) throws InterruptedException {
        List<String> waiting = List.copyOf(faults);
        while (!waiting.isEmpty()) {
            if (stopped.await(LOOK_AGAIN)) {
                return;
            }
            List<String> now = cluster.faultsThatStruckNothing();
            waiting.stream().filter(fault -> !now.contains(fault)).forEach(fault -> say("struck      " + fault));
            waiting = now;
        }
        stopped.await();
    }

    /** The folder's own, since only one process serves it; what is not kept is another one each time. */
    private String clusterId() throws IOException {
        return inMemory ? UUID.randomUUID().toString() : new Home(environment).id();
    }

    private void say(String line) {
        environment.console().out().println(line);
        environment.console().flush();
    }
}
