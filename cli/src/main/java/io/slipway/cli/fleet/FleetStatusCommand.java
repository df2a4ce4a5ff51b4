package io.slipway.cli.fleet;

import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.engine.FleetEngine;
import io.slipway.cli.error.CliException;
import io.slipway.cli.error.ExitCode;
import io.slipway.cli.temporal.TemporalOptions;
import io.slipway.cli.temporal.TemporalSettings;
import io.slipway.model.fleet.FleetJournal;
import io.slipway.reports.fleet.FleetReport;
import io.slipway.reports.fleet.FleetText;
import io.slipway.reports.json.JsonReport;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code slipway fleet status}: where a fleet is. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Show the status of a fleet per wave and target, and why targets failed.",
        footerHeading = "%nExamples:%n",
        footer = {"  slipway fleet status last", "  slipway fleet status edge-2026 -o json"})
final class FleetStatusCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(arity = "0..1", paramLabel = "ID", defaultValue = "last", description = "ID of the run, or 'last'.")
    private String id = "last";

    @Mixin
    private TemporalOptions temporal;

    @Mixin
    private Output output;

    FleetStatusCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        FleetHome home = new FleetHome(environment);
        Optional<TemporalSettings> server = temporal.settings(environment);
        FleetReport report = home.report(server.isPresent() ? asked(home, server.get()) : kept(home));
        output.print(
                environment.console(),
                () -> FleetText.render(report, environment.console().outPalette()),
                () -> JsonReport.tree(report));
        return ExitCode.DONE;
    }

    private FleetJournal kept(FleetHome home) {
        return home.journals().journal(home.id(id));
    }

    private FleetJournal asked(FleetHome home, TemporalSettings server) {
        try (FleetEngine engine = FleetEngine.client(home.home(), server)) {
            FleetJournal journal = engine.fleets().find(id).journal();
            if (journal.last().isEmpty()) {
                throw CliException.invalid(
                        "nothing is known about fleet '" + id + "' on " + server,
                        "Give the full ID; showing a fleet requires a running worker.");
            }
            return journal;
        }
    }
}
