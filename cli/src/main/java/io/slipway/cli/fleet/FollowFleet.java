package io.slipway.cli.fleet;

import io.slipway.activities.store.StoreTrouble;
import io.slipway.cli.console.Console;
import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.engine.Farewell;
import io.slipway.cli.engine.FleetEngine;
import io.slipway.cli.engine.Unattended;
import io.slipway.cli.error.CliException;
import io.slipway.cli.error.ExitCode;
import io.slipway.cli.live.FleetProgress;
import io.slipway.cli.live.Watching;
import io.slipway.model.fleet.FleetJournal;
import io.slipway.model.fleet.FleetPlan;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.reports.fleet.FleetReport;
import io.slipway.reports.fleet.FleetText;
import io.slipway.reports.json.JsonReport;
import io.slipway.worker.fleet.FleetHandle;
import io.slipway.workflows.contract.FleetDecision;
import io.temporal.client.WorkflowServiceException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Follows a fleet until it is over, or waits for a person who is not here; then its report. */
final class FollowFleet {
    private static final Duration BEAT = Duration.ofMillis(200);
    private static final Duration GLANCE = Duration.ofMillis(1);

    private final Environment environment;
    private final FleetHome home;
    private final Output output;
    private boolean detached;

    FollowFleet(Environment environment, FleetHome home, Output output) {
        this.environment = environment;
        this.home = home;
        this.output = output;
    }

    /**
     * Follows a run.
     *
     * @param plan the plan, for a worker that shares no folder with this process
     * @return the exit code
     */
    int follow(FleetEngine engine, FleetHandle fleet, Optional<FleetPlan> plan) throws InterruptedException {
        return follow(engine, fleet, plan, 0);
    }

    /** The same for a fleet of which so many runs are over: what they left is not what is waited for. */
    int follow(FleetEngine engine, FleetHandle fleet, Optional<FleetPlan> plan, int runsBefore)
            throws InterruptedException {
        Console console = environment.console();
        engine.elsewhere()
                .flatMap(server -> server.link(fleet.id()))
                .ifPresent(link -> console.err().println("temporal " + link));
        FleetReport report;
        Seen seen = new Seen(new FleetJournal(fleet.id()), plan);
        Farewell farewell = Farewell.begin(console, () -> next(engine, fleet));
        try (farewell;
                FleetProgress progress = Watching.fleet(console, output.isText());
                Unattended unattended = Unattended.watch(console, engine.elsewhere())) {
            while (true) {
                boolean over = fleet.await(GLANCE).isPresent();
                seen = seen.again(fleet, home);
                FleetJournal journal = seen.journal();
                boolean begun = journal.runs() > runsBefore;
                if (begun) {
                    unattended.begun();
                } else {
                    refused(fleet, runsBefore);
                }
                if (begun) {
                    report =
                            seen.plan().map(its -> FleetReport.of(its, journal)).orElseGet(() -> home.report(journal));
                    progress.show(report);
                    boolean waits = report.status() == RolloutStatus.PAUSED && !console.live();
                    if (over || waits || detached) {
                        break;
                    }
                }
                progress.key().ifPresent(key -> pressed(fleet, key));
                Thread.sleep(BEAT);
            }
        } catch (WorkflowServiceException lost) {
            throw CliException.unreachable(
                    "the Temporal server no longer answers: " + lost.getMessage(),
                    "Fleet " + fleet.id() + " continues when the server is back: slipway fleet watch " + fleet.id(),
                    lost);
        }
        return finish(report);
    }

    /** What was seen last. A store that is away for a while is no reason to look away: the fleet goes on when it is back. */
    private record Seen(FleetJournal journal, Optional<FleetPlan> plan) {
        Seen again(FleetHandle fleet, FleetHome home) {
            try {
                FleetJournal now = fleet.journal();
                return new Seen(now, home.plan(now).or(() -> plan));
            } catch (StoreTrouble away) {
                return this;
            }
        }
    }

    private static String next(FleetEngine engine, FleetHandle fleet) {
        return engine.elsewhere()
                .map(server -> "it continues; follow it with: slipway fleet watch " + fleet.id()
                        + " --temporal-address " + server.address())
                .orElseGet(() -> fleet.journal().runs() > 0
                        ? "continue with: slipway fleet continue " + fleet.id()
                        : "nothing was started");
    }

    private static void refused(FleetHandle fleet, int runsBefore) {
        fleet.await(GLANCE).filter(end -> fleet.journal().runs() <= runsBefore).ifPresent(end -> {
            throw CliException.invalid(end.message(), "");
        });
    }

    private void pressed(FleetHandle fleet, FleetProgress.Key key) {
        FleetDecision decision = new FleetDecision(environment.user(), "", List.of());
        try {
            switch (key) {
                case PAUSE -> fleet.decide("pause", decision);
                case CONTINUE -> fleet.decide("continue", decision);
                case ABORT -> fleet.decide("abort", decision);
                case DETACH -> detached = true;
            }
        } catch (FleetHandle.Refused e) {
            // the key did not fit; the line below the waves says which keys do
        }
    }

    /** Writes the reports and prints the result; the exit code is that of the fleet. */
    int finish(FleetReport report) {
        Console console = environment.console();
        Path page = home.write(report);
        output.print(console, () -> FleetText.render(report, console.outPalette()), () -> JsonReport.tree(report));
        console.err().println("report   " + environment.directory().relativize(page.toAbsolutePath()));
        return report.status() == RolloutStatus.RUNNING ? ExitCode.PAUSED : ExitCode.of(report.status());
    }
}
