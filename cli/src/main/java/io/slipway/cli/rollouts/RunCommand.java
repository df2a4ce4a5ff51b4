package io.slipway.cli.rollouts;

import io.slipway.activities.rollout.FolderPlanning;
import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.engine.Ahead;
import io.slipway.cli.engine.ChosenCluster;
import io.slipway.cli.engine.ClusterOptions;
import io.slipway.cli.engine.EngineSession;
import io.slipway.cli.engine.Farewell;
import io.slipway.cli.engine.RunRollout;
import io.slipway.cli.error.CliException;
import io.slipway.cli.home.Home;
import io.slipway.cli.home.UsedKubeconfig;
import io.slipway.cli.pipelines.CheckedPipeline;
import io.slipway.cli.pipelines.ParameterOptions;
import io.slipway.cli.pipelines.PipelineArgument;
import io.slipway.cli.pipelines.SentPipeline;
import io.slipway.cli.temporal.TemporalOptions;
import io.slipway.cli.temporal.TemporalServer;
import io.slipway.cli.temporal.TemporalSettings;
import io.slipway.model.check.Checked;
import io.slipway.model.check.Checker;
import io.slipway.model.check.PipelineFolder;
import io.slipway.model.plan.Plan;
import io.slipway.model.plan.PlanInput;
import io.slipway.model.plan.Planned;
import io.slipway.worker.engine.RolloutHandle;
import io.slipway.workflows.contract.RolloutInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway run}: carries a pipeline out. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Run a pipeline and report the result.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway run pipelines/datalyptica --sandbox       without a cluster",
            "  slipway run my-app --target staging --yes         on that kube context",
            "  slipway run my-app -p replicas=3 -o json          print the report as JSON",
            "  slipway run my-app --plan plan.json               only if nothing has changed",
            "  slipway run my-app --temporal-address HOST:7233   on the workers of it",
            "  slipway run my-app --send                         on workers without a copy",
            "",
            "Exit codes: 0 succeeded, 1 failed, 2 invalid, 3 paused, 4 aborted,",
            "5 a server cannot be reached."
        })
public final class RunCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private PipelineArgument pipeline;

    @Mixin
    private ParameterOptions parameters;

    @Mixin
    private RunOptions options;

    @Mixin
    private Output output;

    @Mixin
    private ClusterOptions cluster;

    @Mixin
    private TemporalOptions temporal;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask for confirmation.")
    private boolean yes;

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "Plan written by 'slipway plan --out FILE'. The run is refused if the pipeline,"
                    + " parameters or objects in the cluster have changed since. Parameters and steps are"
                    + " taken from the plan.")
    private Optional<Path> planFile = Optional.empty();

    @Option(
            names = "--send",
            description = "With a Temporal server: send the pipeline folder along, for workers with no copy of it"
                    + " or another version. The worker must use the same store (SLIPWAY_STORE).")
    private boolean send;

    /** The command in that environment. */
    public RunCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<TemporalSettings> server = server();
        if (send && server.isEmpty()) {
            throw CliException.invalid(
                    "--send requires a Temporal server, and none is given", "Use --temporal-address HOST:PORT.");
        }
        Farewell early = Farewell.begin(environment.console(), () -> "nothing was started");
        try {
            return server.isPresent() ? onServer(server.get()) : here();
        } finally {
            early.close();
        }
    }

    private Optional<TemporalSettings> server() {
        if (cluster.sandbox() && temporal.typed()) {
            throw CliException.invalid(
                    "--sandbox runs in this process, but the server's workers do not",
                    "Omit one of them; 'slipway sandbox --temporal-port 7233' is a sandbox with a server.");
        }
        return cluster.sandbox() ? temporal.none() : temporal.settings(environment);
    }

    private Optional<PlanFile> bound(PipelineFolder folder) throws IOException {
        return planFile.isEmpty()
                ? Optional.empty()
                : Optional.of(PlanFile.read(environment.directory().resolve(planFile.get()), folder.name()));
    }

    private Planned.Ready planned(Checked checked, Optional<PlanFile> bound) throws IOException {
        PlanInput typed = parameters.input(environment);
        return CheckedPipeline.plan(
                checked, bound.map(plan -> plan.under(typed)).orElse(typed), environment.console());
    }

    private RolloutInput input(Planned.Ready planned, String target, Optional<PlanFile> bound) {
        RolloutInput input = options.input(planned, target, environment.user());
        return bound.map(plan -> plan.bound(input)).orElse(input);
    }

    /** Server and cluster are made ready while the pipeline is checked: none of them needs another. */
    private int here() throws IOException, InterruptedException {
        PipelineFolder folder = pipeline.in(environment);
        try (Ahead<TemporalServer> server = Ahead.begin(TemporalServer::embedded);
                Ahead<ChosenCluster> real = Ahead.beginIf(!cluster.sandbox(), () -> cluster.open(environment, ""))) {
            Optional<PlanFile> bound = bound(folder);
            Checked checked = Checker.check(folder);
            Planned.Ready planned = planned(checked, bound);
            Plan plan = planned.plan();
            ChosenCluster chosen = cluster.sandbox() ? cluster.open(environment, Namespaces.of(plan)) : real.take();
            if (!cluster.sandbox() && !yes) {
                Confirmation.ask(environment, plan, chosen.target());
            }
            Home home = new Home(environment);
            try (EngineSession session =
                    EngineSession.embedded(home, server.take(), chosen, FolderPlanning.of(checked))) {
                var input = input(planned, session.targetName(), bound);
                RolloutHandle handle = session.engine().start(input);
                Optional<Path> kubeconfig = cluster.kubeconfig(environment);
                if (kubeconfig.isPresent()) {
                    new UsedKubeconfig(home, handle.id()).keep(kubeconfig.get());
                }
                return new RunRollout(environment, home, output).follow(session, handle);
            }
        }
    }

    /** The worker makes the plan, of the pipeline of that name in its own folders. It is checked here as well. */
    private int onServer(TemporalSettings server) throws IOException, InterruptedException {
        PipelineFolder folder = pipeline.in(environment);
        Optional<PlanFile> bound = bound(folder);
        Checked checked = Checker.check(folder);
        Planned.Ready planned = planned(checked, bound);
        Plan plan = planned.plan();
        Home home = new Home(environment);
        try (EngineSession session = EngineSession.client(home, server)) {
            if (!yes) {
                Confirmation.ask(environment, plan, server);
            }
            RolloutInput input = input(planned, cluster.context(), bound);
            if (send) {
                input = input.naming(SentPipeline.send(checked, home));
            }
            return new RunRollout(environment, home, output)
                    .follow(session, session.engine().start(input));
        }
    }
}
