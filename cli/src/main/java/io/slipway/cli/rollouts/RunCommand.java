package io.slipway.cli.rollouts;

import io.slipway.activities.rollout.FolderPlanning;
import io.slipway.activities.step.Target;
import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.engine.Embedded;
import io.slipway.cli.engine.ReachedCluster;
import io.slipway.cli.engine.RunRollout;
import io.slipway.cli.home.Home;
import io.slipway.cli.pipelines.CheckedPipeline;
import io.slipway.cli.pipelines.ParameterOptions;
import io.slipway.cli.pipelines.PipelineArgument;
import io.slipway.model.check.PipelineFolder;
import io.slipway.model.plan.Plan;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway run}: carries a pipeline out. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Carries a pipeline out and reports what happened.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway run pipelines/datalyptica --sandbox       without a cluster",
            "  slipway run my-app --target staging --yes         on the kube context 'staging'",
            "  slipway run my-app -p replicas=3 -o json          with a value, the report as JSON",
            "",
            "Ends with 0 succeeded, 1 failed, 2 invalid, 3 paused, 4 aborted, 5 cluster cannot be reached."
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

    @Option(names = "--sandbox", description = "On a simulated cluster in this process.")
    private boolean sandbox;

    @Option(names = "--target", paramLabel = "CONTEXT", description = "The kube context; the current one by default.")
    private String target = "";

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask before the first change.")
    private boolean yes;

    /** The command in that environment. */
    public RunCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PipelineFolder folder = pipeline.in(environment);
        Plan plan = CheckedPipeline.plan(folder, parameters.input(environment), environment.console());
        Home home = new Home(environment);
        Optional<Target> cluster = sandbox ? Optional.empty() : Optional.of(ReachedCluster.of(target));
        cluster.filter(real -> !yes).ifPresent(real -> Confirmation.ask(environment, plan, real));
        FolderPlanning planning = new FolderPlanning(List.of(folder.root().getParent()), Optional.of(folder));
        try (Embedded embedded = cluster.isPresent()
                ? Embedded.onCluster(home, planning, cluster.get())
                : Embedded.onSandbox(home, planning, Namespaces.of(plan))) {
            var input = options.input(plan, embedded.target().name(), environment.user());
            return new RunRollout(environment, home, output)
                    .follow(embedded.engine().start(input));
        }
    }
}
