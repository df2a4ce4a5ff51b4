package io.slipway.cli.rollouts;

import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.preview.PlanBindings;
import io.slipway.activities.preview.Previewer;
import io.slipway.activities.preview.RolloutPreview;
import io.slipway.activities.rollout.FolderPlanning;
import io.slipway.activities.rollout.Planning;
import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.engine.ChosenCluster;
import io.slipway.cli.engine.ClusterOptions;
import io.slipway.cli.error.CliException;
import io.slipway.cli.error.ExitCode;
import io.slipway.cli.pipelines.CheckedPipeline;
import io.slipway.cli.pipelines.ParameterOptions;
import io.slipway.cli.pipelines.PipelineArgument;
import io.slipway.model.check.Checked;
import io.slipway.model.check.Checker;
import io.slipway.model.json.Json;
import io.slipway.model.plan.Plan;
import io.slipway.model.plan.Planned;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway plan}: what a run would change, object by object, and why it would fail. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Show what a run would change, object by object, and why it would fail. Changes nothing.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway plan my-app --sandbox                 on the sandbox of the last run",
            "  slipway plan my-app --target staging --exit-code",
            "  slipway plan my-app --out plan.json           for slipway run --plan",
            "",
            "Exit codes: 0 planned, 6 something would change (with --exit-code),",
            "1 the run would certainly fail, 2 invalid, 5 a server cannot be reached."
        })
public final class PlanCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private PipelineArgument pipeline;

    @Mixin
    private ParameterOptions parameters;

    @Mixin
    private RunOptions options;

    @Mixin
    private ClusterOptions cluster;

    @Mixin
    private Output output;

    @Option(names = "--exit-code", description = "Exit with 6 if something would change, similar to diff.")
    private boolean exitCode;

    @Option(names = "--full", description = "Also show new objects in full.")
    private boolean full;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the plan to a JSON file, for 'slipway run --plan FILE'.")
    private Path file;

    /** The command in that environment. */
    public PlanCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Checked checked = Checker.check(pipeline.in(environment));
        Planned.Ready ready = CheckedPipeline.plan(checked, parameters.input(environment), environment.console());
        Plan asked = ready.plan();
        RolloutPreview preview;
        PlanFile plan;
        try (ChosenCluster chosen = cluster.open(environment, Namespaces.of(asked));
                Clusters clusters = new Clusters()) {
            var input = options.input(ready, chosen.target().name(), environment.user());
            Planning.Planned planned = FolderPlanning.of(checked).plan(input, chosen.target());
            Plan shaped =
                    planned.plan().orElseThrow(() -> CliException.invalid(String.join("\n", planned.problems()), ""));
            preview = new Previewer(clusters, name -> environment.variables().get(name))
                    .of(shaped, chosen.target(), options.isWhole());
            plan = new PlanFile(PlanBindings.of(shaped, preview), input);
        }
        if (file != null) {
            String json = Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(plan.tree(preview)) + "\n";
            Files.writeString(environment.directory().resolve(file), json, StandardCharsets.UTF_8);
            environment
                    .console()
                    .err()
                    .println("written to " + file + "; run it with: slipway run " + pipeline.typed() + " --plan "
                            + file);
        }
        output.print(
                environment.console(),
                () -> new PlanText(environment.console().outPalette(), full)
                        .of(preview, plan.binding().hash()),
                () -> plan.tree(preview));
        return preview.fails() ? ExitCode.FAILED : exitCode && preview.changes() ? ExitCode.CHANGES : ExitCode.DONE;
    }
}
