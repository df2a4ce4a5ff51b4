package io.slipway.cli.system;

import io.slipway.activities.rollout.FolderPlanning;
import io.slipway.activities.step.Target;
import io.slipway.cli.console.Environment;
import io.slipway.cli.engine.ClusterOptions;
import io.slipway.cli.engine.EngineSession;
import io.slipway.cli.engine.FleetCluster;
import io.slipway.cli.engine.WorkerTargets;
import io.slipway.cli.error.ExitCode;
import io.slipway.cli.home.Home;
import io.slipway.cli.logging.LogSettings;
import io.slipway.cli.temporal.TemporalOptions;
import io.slipway.cli.temporal.TemporalServer;
import io.slipway.cli.temporal.TemporalSettings;
import io.slipway.sandbox.sim.SimulationOptions;
import io.slipway.worker.fleet.FolderFleetPlanning;
import io.slipway.worker.metrics.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway worker}: carries out the rollouts that a Temporal server has. */
@Command(
        name = "worker",
        mixinStandardHelpOptions = true,
        description = "Run rollouts of a Temporal server until stopped.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway worker --temporal-address 127.0.0.1:7233 --target staging",
            "  slipway worker --temporal-address 127.0.0.1:7233 --targets edge-1,edge-2",
            "  slipway worker --targets inventory.yaml --selector region=eu",
            "  temporal workflow start --type Rollout --task-queue slipway \\",
            "      --workflow-id first --input '{\"pipeline\": \"datalyptica\"}'",
            "",
            "Journals and blobs are in .slipway/. All workers of a task queue must share it."
        })
public final class WorkerCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private TemporalOptions temporal;

    @Mixin
    private ClusterOptions where;

    @Mixin
    private HealthOptions health;

    @Mixin
    private TargetsOption more;

    @Mixin
    private MetricsOptions measured;

    @Mixin
    private WaitOption wait;

    @Option(
            names = "--pipelines",
            paramLabel = "FOLDER",
            defaultValue = "pipelines",
            description = "Folder that contains pipeline folders; can be repeated (default: ${DEFAULT-VALUE}).")
    private List<Path> pipelines = List.of(Path.of("pipelines"));

    @Option(
            names = "--drain",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "Time running steps get to finish when the worker is stopped (default:"
                    + " ${DEFAULT-VALUE}); the next worker continues the rest.")
    private long drainSeconds;

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "Format of log lines on stderr: text or json (default: ${DEFAULT-VALUE}).")
    private LogFormat logFormat = LogFormat.TEXT;

    /** How a worker logs. */
    enum LogFormat {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The command in that environment. */
    public WorkerCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        LogSettings.toStderr(
                switch (logFormat) {
                    case TEXT -> LogSettings.Stderr.TEXT;
                    case JSON -> LogSettings.Stderr.JSON;
                });
        TemporalSettings server = temporal.required(environment);
        List<Path> folders =
                pipelines.stream().map(environment.directory()::resolve).toList();
        FolderPlanning planning = new FolderPlanning(folders, Optional.empty());
        measured.check();
        Duration patience = wait.time();
        Home home = new Home(environment);
        Duration drain = Duration.ofSeconds(drainSeconds);
        FolderFleetPlanning fleets = new FolderFleetPlanning(folders, Optional.empty());
        try (UntilStopped stopped = new UntilStopped(drain)) {
            AtomicReference<BooleanSupplier> ready = new AtomicReference<>(() -> false);
            try (Health served = health.serve(() -> ready.get().getAsBoolean())) {
                Optional<WorkerTargets> targets = targets(home, server, patience, stopped);
                if (targets.isEmpty()) {
                    return ExitCode.DONE;
                }
                Optional<Metrics> metrics = measured.metrics();
                try (EngineSession session =
                                EngineSession.worker(home, server, targets.get(), planning, fleets, metrics);
                        MetricsEndpoint told = measured.serve(metrics)) {
                    ready.set(session::ready);
                    say(server, targets.get(), served, told);
                    stopped.await();
                    environment.console().err().println("stopping; the next worker continues the running steps");
                    session.engine().drain(drain);
                }
            }
        }
        return ExitCode.DONE;
    }

    /**
     * The targets, once they and the server are there, perhaps only after a while; empty when the process was told to stop
     * before.
     */
    private Optional<WorkerTargets> targets(Home home, TemporalSettings server, Duration patience, UntilStopped stopped)
            throws IOException, InterruptedException {
        if (patience.isZero()) {
            return Optional.of(open(home));
        }
        Opening opening = new Opening(() -> open(home), this::lacksKubeconfig);
        ServerWait wait =
                new ServerWait(() -> opening.trouble().or(() -> TemporalServer.trouble(server)), stopped::await);
        return wait.await(patience) ? opening.opened() : Optional.empty();
    }

    private WorkerTargets open(Home home) throws IOException {
        Optional<FleetCluster> others = more.open(environment.directory(), where.kubeconfig(environment));
        home.requireWritable();
        return new WorkerTargets(where.open(environment, SimulationOptions.GUIDES), others);
    }

    /** Whether a kubeconfig was named that is not there, as that of a sandbox which has not started. */
    private boolean lacksKubeconfig() {
        return where.kubeconfig(environment).filter(file -> !Files.exists(file)).isPresent();
    }

    private void say(TemporalSettings server, WorkerTargets targets, Health served, MetricsEndpoint told) {
        Target usual = targets.usual().target();
        String simulated = usual.simulated() ? ", SIMULATION (sandbox): nothing there is real" : "";
        environment
                .console()
                .out()
                .println("worker ready: temporal " + server + ", target " + usual.name() + simulated);
        if (targets.names().size() > 1) {
            environment.console().out().println("targets " + String.join(", ", targets.names()));
        }
        served.address().ifPresent(address -> environment.console().out().println("health " + address));
        told.address().ifPresent(address -> environment.console().out().println("metrics " + address));
        environment.console().flush();
    }
}
