package io.slipway.cli.system;

import io.slipway.activities.rollout.FolderPlanning;
import io.slipway.cli.console.Environment;
import io.slipway.cli.engine.ChosenCluster;
import io.slipway.cli.engine.ClusterOptions;
import io.slipway.cli.engine.NamedTargets;
import io.slipway.cli.engine.TemporalServer;
import io.slipway.cli.error.ExitCode;
import io.slipway.cli.home.Home;
import io.slipway.sandbox.sim.SimulationOptions;
import io.slipway.worker.engine.Engine;
import io.slipway.worker.settings.EngineSettings;
import io.slipway.workflows.contract.Rollout;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway worker}: carries out the rollouts that a Temporal server has. */
@Command(
        name = "worker",
        mixinStandardHelpOptions = true,
        description = "Carries out rollouts of a Temporal server until it is told to stop.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway worker --temporal 127.0.0.1:7233 --pipelines pipelines --target staging",
            "  temporal workflow start --type Rollout --task-queue slipway \\",
            "      --workflow-id first --input '{\"pipeline\": \"datalyptica\"}'",
            "",
            "Journals and blobs are in .slipway/, which all workers of a task queue must share."
        })
public final class WorkerCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private TemporalServer server;

    @Mixin
    private ClusterOptions where;

    @Option(
            names = "--task-queue",
            paramLabel = "NAME",
            defaultValue = Rollout.TASK_QUEUE,
            description = "The task queue (default: ${DEFAULT-VALUE}).")
    private String taskQueue = Rollout.TASK_QUEUE;

    @Option(
            names = "--pipelines",
            paramLabel = "FOLDER",
            defaultValue = "pipelines",
            description = "A folder whose folders are pipelines; may be repeated (default: ${DEFAULT-VALUE}).")
    private List<Path> pipelines = List.of(Path.of("pipelines"));

    @Option(
            names = "--no-sticky",
            description = "Keep no workflow in memory between its tasks; needed with the server of 'slipway sandbox'.")
    private boolean noSticky;

    /** The command in that environment. */
    public WorkerCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = new Home(environment);
        WorkflowServiceStubs stubs = server.connect();
        try (UntilStopped stopped = new UntilStopped();
                ChosenCluster cluster = where.open(home, SimulationOptions.GUIDES)) {
            work(settings(stubs, home, cluster), cluster, stopped);
        } finally {
            stubs.shutdownNow();
        }
        return ExitCode.DONE;
    }

    private void work(EngineSettings settings, ChosenCluster cluster, UntilStopped stopped)
            throws InterruptedException {
        Engine engine = Engine.start(settings);
        try {
            say(cluster);
            stopped.await();
            environment.console().err().println("stopping; steps under way are taken up by the next worker");
        } finally {
            engine.close();
        }
    }

    private EngineSettings settings(WorkflowServiceStubs stubs, Home home, ChosenCluster cluster) {
        List<Path> folders =
                pipelines.stream().map(environment.directory()::resolve).toList();
        return EngineSettings.of(
                        stubs,
                        home.folder(),
                        new NamedTargets(cluster.target()),
                        new FolderPlanning(folders, Optional.empty()))
                .at(server.namespace(), taskQueue)
                .running(true, !noSticky);
    }

    private void say(ChosenCluster cluster) {
        String simulated = cluster.target().simulated() ? ", SIMULATION (sandbox): nothing there is real" : "";
        environment
                .console()
                .out()
                .println("worker ready: temporal " + server.address() + ", namespace " + server.namespace()
                        + ", task queue " + taskQueue + ", target "
                        + cluster.target().name() + simulated);
        environment.console().flush();
    }
}
