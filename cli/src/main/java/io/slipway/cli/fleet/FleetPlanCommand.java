package io.slipway.cli.fleet;

import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.error.ExitCode;
import io.slipway.model.check.PipelineFolder;
import io.slipway.model.fleet.FleetPlan;
import io.slipway.model.json.Json;
import io.slipway.model.plan.FleetPlanner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code slipway fleet plan}: the waves and their targets. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Show the waves and their targets, or all of the fleet's mistakes. Contacts no cluster.",
        footerHeading = "%nExamples:%n",
        footer = {"  slipway fleet plan examples/fleet", "  slipway fleet plan examples/fleet -o json"})
final class FleetPlanCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private FleetArgument fleet;

    @Mixin
    private Output output;

    FleetPlanCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        PipelineFolder folder = fleet.in(environment);
        FleetPlan plan = FleetArgument.plan(FleetPlanner.plan(folder), folder, environment);
        output.print(environment.console(), () -> FleetPlanText.of(plan), () -> Json.tree(plan));
        return ExitCode.DONE;
    }
}
