package io.slipway.cli.fleet;

import io.slipway.cli.console.Environment;
import io.slipway.cli.error.CliException;
import io.slipway.model.check.FleetChecker;
import io.slipway.model.check.PipelineFolder;
import io.slipway.model.fleet.FleetPlan;
import io.slipway.model.plan.FleetPlanner;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The argument that names a fleet's file. */
final class FleetArgument {
    @Parameters(index = "0", paramLabel = "FLEET", description = "Folder of the fleet, or its file.")
    private Path path = Path.of("");

    PipelineFolder in(Environment environment) {
        return FleetChecker.folder(environment.directory().resolve(path));
    }

    /**
     * The plan; warnings go to stderr.
     *
     * @throws CliException when there are mistakes; they have been shown
     */
    static FleetPlan plan(FleetPlanner.Planned planned, PipelineFolder folder, Environment environment) {
        planned.problems().forEach(problem -> environment.console().err().println(problem));
        return planned.plan()
                .orElseThrow(() -> CliException.invalid(
                        folder.root() + " has errors and cannot run",
                        "'slipway explain CODE' tells more about each problem."));
    }
}
