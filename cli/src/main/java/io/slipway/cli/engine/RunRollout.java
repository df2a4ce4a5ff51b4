package io.slipway.cli.engine;

import io.slipway.cli.console.Console;
import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.error.CliException;
import io.slipway.cli.error.ExitCode;
import io.slipway.cli.home.Home;
import io.slipway.cli.home.ReportFiles;
import io.slipway.cli.live.Follower;
import io.slipway.cli.live.Progress;
import io.slipway.cli.live.Watching;
import io.slipway.model.journal.Decision;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.reports.Report;
import io.slipway.reports.json.JsonReport;
import io.slipway.reports.text.TextSummary;
import io.slipway.worker.engine.RolloutHandle;
import io.slipway.workflows.contract.DecisionRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Follows a rollout of this process to its end, writes its reports, and prints the result. */
public final class RunRollout {
    private static final Duration GLANCE = Duration.ofMillis(1);

    private final Environment environment;
    private final Home home;
    private final Output output;

    /** Prints as the output option says. */
    public RunRollout(Environment environment, Home home, Output output) {
        this.environment = environment;
        this.home = home;
        this.output = output;
    }

    /**
     * Follows the rollout.
     *
     * @return the exit code
     * @throws CliException when the input was refused; the message lists the problems
     */
    public int follow(RolloutHandle rollout) throws InterruptedException {
        return follow(rollout, environment.console().live());
    }

    /** The same for a rollout that is being ended: a pause on the way is none of ours. */
    public int followToTheEnd(RolloutHandle rollout) throws InterruptedException {
        return follow(rollout, true);
    }

    private int follow(RolloutHandle rollout, boolean answers) throws InterruptedException {
        Console console = environment.console();
        RolloutView view = new RolloutView(rollout, home);
        Thread farewell = new Thread(() -> farewell(rollout), "slipway-farewell");
        Runtime.getRuntime().addShutdownHook(farewell);
        try (Progress progress = Watching.open(console, output.isText())) {
            Follower follower = new Follower(view, progress, key -> decide(rollout, key));
            follower.follow(() -> isOver(rollout, view, answers));
        } finally {
            Runtime.getRuntime().removeShutdownHook(farewell);
        }
        rollout.await(GLANCE).filter(end -> view.journal().runs() == 0).ifPresent(end -> {
            throw CliException.invalid(end.message(), "");
        });
        return finish(rollout.id());
    }

    private void farewell(RolloutHandle rollout) {
        environment.console().err().println("\ninterrupted; go on with: slipway resume " + rollout.id());
        environment.console().flush();
    }

    /** Without a person at the terminal, a paused rollout ends the process: it waits on disk. */
    private static boolean isOver(RolloutHandle rollout, RolloutView view, boolean answers) {
        if (rollout.await(GLANCE).isPresent()) {
            return true;
        }
        return !answers && view.journal().status() == RolloutStatus.PAUSED;
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
    public int finish(String rollout) {
        Console console = environment.console();
        Report report = home.report(rollout);
        Path page = ReportFiles.write(home, report);
        output.print(console, () -> TextSummary.render(report, console.outPalette()), () -> JsonReport.tree(report));
        console.err().println("report   " + environment.directory().relativize(page.toAbsolutePath()));
        return report.status() == RolloutStatus.RUNNING ? ExitCode.PAUSED : ExitCode.of(report.status());
    }

    /** A rollout of this process, for the follower. */
    private static final class RolloutView implements io.slipway.cli.live.LiveView {
        private final RolloutHandle rollout;
        private final Home home;
        private Optional<io.slipway.model.plan.Plan> plan = Optional.empty();

        RolloutView(RolloutHandle rollout, Home home) {
            this.rollout = rollout;
            this.home = home;
        }

        @Override
        public Journal journal() {
            return rollout.journal();
        }

        @Override
        public Optional<io.slipway.model.plan.Plan> plan() {
            if (plan.isEmpty()) {
                plan = home.plan(rollout.journal());
            }
            return plan;
        }

        @Override
        public java.util.Map<String, String> progress() {
            return rollout.progress();
        }
    }
}
