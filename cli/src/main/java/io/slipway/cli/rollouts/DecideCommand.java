package io.slipway.cli.rollouts;

import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.engine.EngineSession;
import io.slipway.cli.engine.RolloutClient;
import io.slipway.cli.engine.RunRollout;
import io.slipway.cli.error.CliException;
import io.slipway.cli.home.Home;
import io.slipway.cli.temporal.TemporalOptions;
import io.slipway.cli.temporal.TemporalSettings;
import io.slipway.model.journal.Decision;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.worker.engine.RolloutHandle;
import io.slipway.workflows.contract.DecisionRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code slipway approve}, {@code retry}, {@code skip} and {@code abort}: decides about a rollout of a Temporal server,
 * or about one whose process has ended, by reopening its journal. While a process runs, its live view takes the same
 * decisions as keys.
 */
@Command(mixinStandardHelpOptions = true, footerHeading = "%nExamples:%n")
public final class DecideCommand implements Callable<Integer> {
    private static final Duration PAUSE_COMES = Duration.ofMinutes(30);
    private static final Duration BEAT = Duration.ofMillis(50);

    private final Environment environment;
    private final Decision.Kind kind;

    @Parameters(index = "0", paramLabel = "ID", description = "The rollout's id, the beginning of it, or 'last'.")
    private String rollout;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "STEP",
            description = "The step; may be left out when only one waits.")
    private String step = "";

    @Option(names = "--note", paramLabel = "TEXT", description = "What is said about it; kept in the journal.")
    private String note = "";

    @Option(names = "--undo", description = "With abort: undo what was done.")
    private boolean undo;

    @Mixin
    private TemporalOptions temporal;

    @Mixin
    private Output output;

    /** The command for one kind of decision. */
    public DecideCommand(Environment environment, Decision.Kind kind) {
        this.environment = environment;
        this.kind = kind;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<TemporalSettings> server = temporal.settings(environment);
        return server.isPresent() ? onServer(server.get()) : reopened();
    }

    private int onServer(TemporalSettings server) throws IOException, InterruptedException {
        try (RolloutClient client = RolloutClient.open(environment, server)) {
            RolloutHandle handle = client.find(rollout);
            try {
                environment.console().err().println(handle.decide(kind, request()));
            } catch (RolloutHandle.DecisionRefused e) {
                throw CliException.invalid(e.getMessage(), "'slipway show " + handle.id() + "' tells where it is.");
            }
            return new RunRollout(environment, new Home(environment), output).follow(client.session(), handle);
        }
    }

    private int reopened() throws IOException, InterruptedException {
        Home home = new Home(environment);
        String id = home.rollout(rollout);
        RolloutStatus status = home.journals().journal(id).status();
        if (status.closed()) {
            throw CliException.invalid(
                    "rollout " + id + " is over: it " + status.word(), "'slipway resume " + id + "' goes on with it.");
        }
        try (EngineSession session = Reopened.open(environment, home, id)) {
            RolloutHandle handle = session.engine().reopen(id, environment.user());
            if (kind != Decision.Kind.RETRY || status == RolloutStatus.PAUSED) {
                decideWhenItWaits(handle);
            }
            return new RunRollout(environment, home, output).follow(session, handle);
        }
    }

    private DecisionRequest request() {
        return new DecisionRequest(step, environment.user(), note, undo);
    }

    /** A reopened rollout comes to its pause again; one that was killed while it ran takes up what it did. */
    private void decideWhenItWaits(RolloutHandle handle) throws InterruptedException {
        long deadline = System.nanoTime() + PAUSE_COMES.toNanos();
        Optional<RolloutHandle.DecisionRefused> refused = Optional.empty();
        while (System.nanoTime() < deadline && handle.await(BEAT).isEmpty()) {
            try {
                String done = handle.decide(kind, request());
                environment.console().err().println(done);
                return;
            } catch (RolloutHandle.DecisionRefused e) {
                refused = Optional.of(e);
                Thread.sleep(BEAT);
            }
        }
        if (handle.await(BEAT).isEmpty()) {
            throw CliException.failed(refused.map(Throwable::getMessage).orElse("nothing waits for this decision"), "");
        }
    }
}
