package io.slipway.cli.engine;

import io.slipway.activities.store.StoreTrouble;
import io.slipway.cli.console.Console;
import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.error.CliException;
import io.slipway.cli.error.ExitCode;
import io.slipway.cli.home.Home;
import io.slipway.cli.home.ReportFiles;
import io.slipway.cli.home.UsedServer;
import io.slipway.cli.live.Follower;
import io.slipway.cli.live.Progress;
import io.slipway.cli.live.Watching;
import io.slipway.cli.temporal.TemporalSettings;
import io.slipway.model.journal.Decision;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.reports.Report;
import io.slipway.reports.json.JsonReport;
import io.slipway.reports.text.TextSummary;
import io.slipway.worker.engine.RolloutHandle;
import io.slipway.worker.engine.ServerLost;
import io.slipway.workflows.contract.DecisionRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Follows a rollout to its end, writes its reports, and prints the result. */
public final class RunRollout {
    private static final Duration GLANCE = Duration.ofMillis(1);
    private static final Duration BEAT = Duration.ofMillis(50);

    private final Environment environment;
    private final Home home;
    private final Output output;
    private final Journal shown;

    /** Prints as the output option says. */
    public RunRollout(Environment environment, Home home, Output output) {
        this(environment, home, output, Journal.empty(""));
    }

    private RunRollout(Environment environment, Home home, Output output, Journal shown) {
        this.environment = environment;
        this.home = home;
        this.output = output;
        this.shown = shown;
    }

    /** The same for a rollout that goes on: lines are printed of what comes after this. */
    public RunRollout after(Journal before) {
        return new RunRollout(environment, home, output, before);
    }

    /**
     * Follows the rollout of a session until it is over, or waits for a person who is not here.
     *
     * @return the exit code
     * @throws CliException when the input was refused; the message lists the problems
     */
    public int follow(EngineSession session, RolloutHandle rollout) throws InterruptedException {
        boolean answers = environment.console().live();
        return follow(
                session,
                rollout,
                view -> waits(rollout, view, answers)
                        || !children(session, view).isEmpty());
    }

    private List<Journal> children(EngineSession session, RolloutView view) {
        try {
            return WaitingChildren.of(
                    home, view.journal(), id -> session.engine().find(id).waits());
        } catch (StoreTrouble away) {
            return List.of(); // it is asked again
        }
    }

    /** The same for a rollout that is being ended: a pause on the way is none of ours. */
    public int followToTheEnd(EngineSession session, RolloutHandle rollout) throws InterruptedException {
        return follow(session, rollout, view -> false);
    }

    private int follow(EngineSession session, RolloutHandle rollout, Predicate<RolloutView> left)
            throws InterruptedException {
        Console console = environment.console();
        Optional<TemporalSettings> elsewhere = session.elsewhere();
        elsewhere
                .flatMap(server -> server.link(rollout.id()))
                .ifPresent(link -> console.err().println("temporal " + link));
        RolloutView view = new RolloutView(rollout, home, elsewhere.isPresent());
        Carried carried = Carried.begin(session, home, rollout.id());
        Farewell farewell = Farewell.begin(console, () -> next(rollout, elsewhere));
        Unattended unattended = Unattended.watch(console, elsewhere);
        Stalled stalled = Stalled.watch(console, () -> trouble(rollout, unattended));
        try {
            refuseWhatDoesNotGoOn(rollout, view.journal());
            noteServer(rollout.id(), elsewhere);
            watch(rollout, view, unattended, left);
        } catch (ServerLost e) {
            throw CliException.unreachable(
                    "the Temporal server no longer answers: " + e.getMessage(),
                    "Rollout " + rollout.id() + " continues when the server is back: slipway watch " + rollout.id(),
                    e);
        } finally {
            stalled.close();
            unattended.close();
            carried.end();
            farewell.close();
        }
        return finish(session, rollout);
    }

    /** Who can say why it stands still has a worker. */
    private static Optional<String> trouble(RolloutHandle rollout, Unattended unattended) {
        Optional<String> why = rollout.trouble();
        why.ifPresent(known -> unattended.begun());
        return why;
    }

    /** Kept from here on: what was refused is carried out where it was before. */
    private void noteServer(String rollout, Optional<TemporalSettings> elsewhere) {
        UsedServer note = new UsedServer(home, rollout);
        try {
            if (elsewhere.isPresent()) {
                note.keep(new UsedServer.Named(
                        elsewhere.get().address(), elsewhere.get().namespace()));
            } else {
                note.forget();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + home.folder(rollout), e);
        }
    }

    private void watch(RolloutHandle rollout, RolloutView view, Unattended unattended, Predicate<RolloutView> left)
            throws InterruptedException {
        try (Progress progress = Watching.open(environment.console(), output.isText(), shown)) {
            Follower follower = new Follower(view, progress, key -> decide(rollout, key));
            follower.follow(beat -> {
                if (view.journal().runs() > 0) {
                    unattended.begun();
                }
                return left.test(view) || isOver(rollout, view, beat);
            });
        }
    }

    /**
     * Writes the reports of a rollout that is over, or waits, and prints the result.
     *
     * @return the exit code
     * @throws CliException when the input was refused; the message lists the problems
     */
    public int finish(EngineSession session, RolloutHandle rollout) {
        Journal journal = new RolloutView(rollout, home, session.elsewhere().isPresent()).again();
        refuse(rollout, journal);
        return finish(journal, session.elsewhere().isPresent() ? "watch" : "resume");
    }

    private static void refuse(RolloutHandle rollout, Journal journal) {
        rollout.await(GLANCE)
                .filter(end -> end.refused() || journal.runs() == 0)
                .ifPresent(end -> {
                    throw CliException.invalid(end.message(), "");
                });
    }

    /** What an earlier run did is shown again only when this one goes on from it. */
    private static void refuseWhatDoesNotGoOn(RolloutHandle rollout, Journal journal) {
        while (journal.runs() > 0 && rollout.await(BEAT).isEmpty() && !rollout.begun()) {
            // its input is being looked at
        }
        refuse(rollout, journal);
    }

    private static String next(RolloutHandle rollout, Optional<TemporalSettings> elsewhere) {
        return elsewhere
                .map(server -> "it continues; follow it with: slipway watch " + rollout.id() + " --temporal-address "
                        + server.address())
                .orElseGet(() -> rollout.journal().runs() > 0
                        ? "continue with: slipway resume " + rollout.id()
                        : "nothing was started");
    }

    private static boolean isOver(RolloutHandle rollout, RolloutView view, Duration beat) {
        if (rollout.await(beat).isPresent()) {
            view.again();
            return true;
        }
        return false;
    }

    /** Without a person at the terminal, a rollout that waits ends the command: it waits in its journal. */
    private static boolean waits(RolloutHandle rollout, RolloutView view, boolean answers) {
        return !answers && view.journal().status() == RolloutStatus.PAUSED && rollout.waits();
    }

    private void decide(RolloutHandle rollout, Progress.Key key) {
        Decision.Kind kind = switch (key) {
            case APPROVE -> Decision.Kind.APPROVE;
            case RETRY -> Decision.Kind.RETRY;
            case SKIP -> Decision.Kind.SKIP;
            case DETACH -> throw new IllegalStateException("detaching is no decision");
        };
        try {
            rollout.decide(kind, new DecisionRequest("", environment.user(), "", false));
        } catch (RolloutHandle.DecisionRefused e) {
            // the key did not fit what waits; the banner says which keys do
        }
    }

    /** Writes the reports and prints the result; the exit code is that of the rollout. */
    public int finish(Journal journal) {
        return finish(journal, "resume");
    }

    private int finish(Journal journal, String goOn) {
        Console console = environment.console();
        Report report = home.report(journal);
        Path page = ReportFiles.write(home, report);
        output.print(console, () -> TextSummary.render(report, console.outPalette()), () -> JsonReport.tree(report));
        for (Journal child : WaitingChildren.of(home, journal, id -> true)) {
            WaitingChildren.lines(child, "slipway " + goOn + " " + journal.rollout())
                    .forEach(console.err()::println);
        }
        console.err().println("report   " + environment.directory().relativize(page.toAbsolutePath()));
        return report.status() == RolloutStatus.RUNNING ? ExitCode.PAUSED : ExitCode.of(report.status());
    }
}
