package io.slipway.cli.fleet;

import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.engine.FleetCluster;
import io.slipway.cli.engine.FleetEngine;
import io.slipway.cli.error.CliException;
import io.slipway.cli.rollouts.Confirmation;
import io.slipway.cli.temporal.TemporalOptions;
import io.slipway.cli.temporal.TemporalSettings;
import io.slipway.model.check.PipelineFolder;
import io.slipway.model.fleet.FleetPlan;
import io.slipway.model.fleet.FleetTarget;
import io.slipway.model.plan.FleetPlanner;
import io.slipway.worker.engine.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway fleet run}: carries a fleet out. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Show the waves, ask for confirmation, run the fleet and report per wave and target.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway fleet run examples/fleet --sandbox           one sandbox per target",
            "  slipway fleet run edge --yes -o json                 print the report as JSON",
            "  slipway fleet run edge --temporal-address HOST:7233  on its workers",
            "",
            "Exit codes: 0 succeeded, 1 failed, 2 invalid, 3 paused, 4 aborted,",
            "5 a server cannot be reached."
        })
final class FleetRunCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private FleetArgument fleet;

    @Mixin
    private Output output;

    @Mixin
    private TemporalOptions temporal;

    @Option(
            names = "--sandbox",
            description = {"Use a simulated cluster per target, kept in", ".slipway/sandboxes."})
    private boolean sandbox;

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "Kubeconfig file with the contexts (default: KUBECONFIG or ~/.kube/config).")
    private Optional<Path> kubeconfig = Optional.empty();

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask for confirmation.")
    private boolean yes;

    FleetRunCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (sandbox && temporal.typed()) {
            throw CliException.invalid(
                    "--sandbox runs in this process, but the server's workers do not", "Omit one of them.");
        }
        Optional<TemporalSettings> server = sandbox ? temporal.none() : temporal.settings(environment);
        PipelineFolder folder = fleet.in(environment);
        FleetPlanner.Planned planned = FleetPlanner.plan(folder);
        FleetPlan plan = FleetArgument.plan(planned, folder, environment);
        environment.console().err().print(FleetPlanText.of(plan));
        if (!sandbox && !yes) {
            Confirmation.ask(
                    environment,
                    "Change the clusters of these " + plan.targets().size() + " targets?");
        }
        FleetHome home = new FleetHome(environment);
        try (FleetEngine engine = server.isPresent()
                ? FleetEngine.client(home.home(), server.get())
                : FleetEngine.embedded(home.home(), targets(home, plan), Optional.of(folder), planned.pipeline())) {
            String id = Engine.newId(plan.fleet());
            planned.pipeline().filter(here -> server.isEmpty()).ifPresent(here -> home.remember(id, here));
            var started = engine.fleets().start(plan.fleet(), id, environment.user());
            return new FollowFleet(environment, home, output).follow(engine, started, Optional.of(plan));
        }
    }

    private FleetCluster targets(FleetHome home, FleetPlan plan) {
        List<String> names = plan.targets().stream().map(FleetTarget::target).toList();
        if (sandbox) {
            return FleetCluster.sandboxes(home.sandboxes(), names);
        }
        return FleetCluster.contexts(kubeconfig.map(environment.directory()::resolve), names);
    }
}
