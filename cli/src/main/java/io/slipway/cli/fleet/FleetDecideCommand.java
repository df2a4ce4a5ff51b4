package io.slipway.cli.fleet;

import io.slipway.cli.console.Environment;
import io.slipway.cli.engine.FleetEngine;
import io.slipway.cli.error.CliException;
import io.slipway.cli.error.ExitCode;
import io.slipway.cli.temporal.TemporalOptions;
import io.slipway.cli.temporal.TemporalSettings;
import io.slipway.worker.fleet.FleetHandle;
import io.slipway.workflows.contract.FleetDecision;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway fleet pause} and {@code abort}: decides about a fleet of a Temporal server. */
@Command(
        mixinStandardHelpOptions = true,
        description = "Pause or abort a fleet on a Temporal server: pause starts no further targets, abort"
                + " also cancels running rollouts. For a fleet that runs in a terminal, press p or a there.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway fleet pause edge-20261121-101500-a1b --temporal-address HOST:7233",
            "  slipway fleet abort edge-20261121-101500-a1b --temporal-address HOST:7233"
        })
final class FleetDecideCommand implements Callable<Integer> {
    private final Environment environment;
    private final String what;

    @Parameters(paramLabel = "ID", description = "ID of the run.")
    private String id = "";

    @Option(names = "--note", paramLabel = "TEXT", description = "Note to record in the journal.")
    private String note = "";

    @Mixin
    private TemporalOptions temporal;

    FleetDecideCommand(Environment environment, String what) {
        this.environment = environment;
        this.what = what;
    }

    @Override
    public Integer call() {
        TemporalSettings server = temporal.settings(environment)
                .orElseThrow(() -> CliException.invalid(
                        "a fleet can only be reached on a Temporal server, and none is given",
                        "Use --temporal-address HOST:PORT, or press the key in the terminal where it runs."));
        FleetHome home = new FleetHome(environment);
        try (FleetEngine engine = FleetEngine.client(home.home(), server)) {
            FleetDecision decision = new FleetDecision(environment.user(), note, List.of());
            environment.console().out().println(engine.fleets().find(id).decide(what, decision));
            return ExitCode.DONE;
        } catch (FleetHandle.Refused e) {
            throw CliException.invalid(e.getMessage(), "");
        }
    }
}
