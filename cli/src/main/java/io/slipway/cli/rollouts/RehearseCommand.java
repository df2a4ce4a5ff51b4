package io.slipway.cli.rollouts;

import io.slipway.activities.rollout.FolderPlanning;
import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.engine.ChosenCluster;
import io.slipway.cli.engine.EngineSession;
import io.slipway.cli.engine.RunRollout;
import io.slipway.cli.home.Home;
import io.slipway.cli.pipelines.CheckedPipeline;
import io.slipway.cli.pipelines.ParameterOptions;
import io.slipway.cli.pipelines.PipelineArgument;
import io.slipway.model.check.Checked;
import io.slipway.model.check.Checker;
import io.slipway.model.plan.Plan;
import io.slipway.model.plan.Planned;
import io.slipway.worker.engine.Engine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway rehearse}: carries a pipeline out in a sandbox in which things go wrong. */
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        description = "Run a pipeline in a new sandbox with injected faults and show the outcome.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway rehearse my-app --fault 'web: ImagePullBackOff'",
            "  slipway rehearse my-app --fault 'web: CrashLoopBackOff' --on-failure fail",
            "",
            "WHERE is a step, an object such as deployment/web-*, api, or *."
        })
public final class RehearseCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private PipelineArgument pipeline;

    @Mixin
    private ParameterOptions parameters;

    @Mixin
    private RunOptions options;

    @Mixin
    private Output output;

    @Option(names = "--fault", paramLabel = "WHERE: WHAT", description = "Fault to inject, and where; can be repeated.")
    private List<String> faults = new ArrayList<>();

    /** The command in that environment. */
    public RehearseCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Checked checked = Checker.check(pipeline.in(environment));
        Planned.Ready planned = CheckedPipeline.plan(checked, parameters.input(environment), environment.console());
        Plan plan = planned.plan();
        KnownFaults.check(faults, plan);
        Home home = new Home(environment);
        String id = Engine.newId(plan.header().pipeline());
        ChosenCluster cluster = ChosenCluster.rehearsal(home.rehearsal(id), Namespaces.of(plan), faults);
        try (EngineSession session = EngineSession.embedded(home, cluster, FolderPlanning.of(checked))) {
            var input = options.input(planned, session.targetName(), environment.user());
            int code = new RunRollout(environment, home, output)
                    .follow(session, session.engine().start(input, id));
            cluster.faultsThatStruckNothing().forEach(this::tell);
            return code;
        }
    }

    private void tell(String fault) {
        environment
                .console()
                .err()
                .println("warning: the fault '" + fault
                        + "' had no effect: what it names never existed, so this rehearsal does not test it");
    }
}
