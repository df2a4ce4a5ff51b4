package io.slipway.cli.fleet;

import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.engine.FleetEngine;
import io.slipway.cli.live.FleetProgress;
import io.slipway.cli.live.Watching;
import io.slipway.cli.temporal.TemporalOptions;
import io.slipway.cli.temporal.TemporalSettings;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.reports.fleet.FleetReport;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code slipway fleet watch}: follows a fleet that another process, or a worker of a server, carries out. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Follow a fleet run by another process until it ends or pauses.",
        footerHeading = "%nExamples:%n",
        footer = "  slipway fleet watch last")
final class FleetWatchCommand implements Callable<Integer> {
    private static final Duration BEAT = Duration.ofMillis(300);

    private final Environment environment;

    @Parameters(arity = "0..1", paramLabel = "ID", defaultValue = "last", description = "ID of the run, or 'last'.")
    private String id = "last";

    @Mixin
    private TemporalOptions temporal;

    @Mixin
    private Output output;

    FleetWatchCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        FleetHome home = new FleetHome(environment);
        FollowFleet follow = new FollowFleet(environment, home, output);
        Optional<TemporalSettings> server = temporal.settings(environment);
        if (server.isPresent()) {
            try (FleetEngine engine = FleetEngine.client(home.home(), server.get())) {
                return follow.follow(engine, engine.fleets().find(id), Optional.empty());
            }
        }
        return follow.finish(beside(home, home.id(id)));
    }

    /** By its journal alone. */
    private FleetReport beside(FleetHome home, String found) throws InterruptedException {
        try (FleetProgress progress = Watching.fleet(environment.console(), output.isText())) {
            while (true) {
                FleetReport report = home.report(home.journals().journal(found));
                progress.show(report);
                if (report.status() != RolloutStatus.RUNNING) {
                    return report;
                }
                Thread.sleep(BEAT);
            }
        }
    }
}
