package io.slipway.cli.rollouts;

import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.engine.EngineSession;
import io.slipway.cli.engine.KubeconfigOption;
import io.slipway.cli.engine.LeftRunning;
import io.slipway.cli.engine.RolloutClient;
import io.slipway.cli.engine.RunRollout;
import io.slipway.cli.engine.Unattended;
import io.slipway.cli.error.CliException;
import io.slipway.cli.home.Home;
import io.slipway.cli.temporal.TemporalOptions;
import io.slipway.model.journal.Decision;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.worker.engine.RolloutHandle;
import io.slipway.workflows.contract.DecisionRequest;
import io.slipway.workflows.contract.DecisionRules;
import io.slipway.workflows.contract.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

    @Parameters(index = "0", paramLabel = "ID", description = "ID of the rollout, a prefix of it, or 'last'.")
    private String rollout;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "STEP",
            description = "Name of the step; optional if only one is waiting.")
    private String step = "";

    @Option(names = "--note", paramLabel = "TEXT", description = "Note to record in the journal.")
    private String note = "";

    @Option(names = "--undo", description = "With abort: revert the completed steps.")
    private boolean undo;

    @Option(
            names = "--plan",
            paramLabel = "HASH",
            description = "With approve: hash of the reviewed plan, or a prefix of at least 8 characters.")
    private String plan = "";

    @Option(
            names = "--anyway",
            description = "With approve: approve even if something changed since approval was requested.")
    private boolean anyway;

    @Mixin
    private TemporalOptions temporal;

    @Mixin
    private KubeconfigOption kubeconfig;

    @Mixin
    private Output output;

    /** What its help says of this decision, and how it is typed. */
    @Spec
    void help(CommandSpec own) {
        DecisionHelp help = DecisionHelp.of(kind);
        own.usageMessage()
                .description(help.description())
                .footer(help.examples().toArray(String[]::new));
    }

    /** The command for one kind of decision. */
    public DecideCommand(Environment environment, Decision.Kind kind) {
        this.environment = environment;
        this.kind = kind;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (kind != Decision.Kind.APPROVE && (anyway || !plan.isEmpty())) {
            throw CliException.invalid("--plan and --anyway are only valid with 'slipway approve'", "Omit them.");
        }
        if (kind != Decision.Kind.ABORT && undo) {
            throw CliException.invalid(
                    "--undo is only valid with 'slipway abort'",
                    "Omit it; 'slipway undo ID' reverts an ended rollout.");
        }
        Optional<RolloutClient> server = RolloutClient.of(environment, temporal, rollout);
        return server.isPresent() ? onServer(server.get()) : reopened();
    }

    private int onServer(RolloutClient server) throws IOException, InterruptedException {
        try (RolloutClient client = server) {
            RolloutHandle handle = client.find(rollout);
            Journal before = handle.journal();
            try (Unattended unattended = Unattended.watch(environment.console(), client.session())) {
                String done = handle.decide(kind, request());
                unattended.begun();
                environment.console().err().println(done);
            } catch (RolloutHandle.DecisionRefused e) {
                throw refused(e.getMessage(), before);
            }
            return new RunRollout(environment, new Home(environment), output)
                    .after(before)
                    .follow(client.session(), handle);
        }
    }

    private int reopened() throws IOException, InterruptedException {
        Home home = new Home(environment);
        String id = home.rollout(rollout);
        Journal journal = home.journals().journal(id);
        if (journal.status().closed()) {
            throw CliException.invalid(
                    "rollout " + id + " has ended: " + journal.status().word(), afterwards(id, journal.status()));
        }
        LeftRunning.require(home, journal);
        DecisionRequest fitting = fitting(home, journal);
        try (EngineSession session = Reopened.open(environment, kubeconfig, home, id)) {
            RolloutHandle handle = session.engine().reopen(id, environment.user());
            decideWhenItWaits(handle, fitting);
            return new RunRollout(environment, home, output).after(journal).follow(session, handle);
        }
    }

    private static String afterwards(String id, RolloutStatus status) {
        return switch (status) {
            case SUCCEEDED -> "Nothing to decide.";
            case UNDONE -> "It was undone. 'slipway resume " + id + "' runs it again.";
            default -> "'slipway resume " + id + "' continues it.";
        };
    }

    private DecisionRequest request() {
        return new DecisionRequest(step, environment.user(), note, undo, plan, anyway);
    }

    /** Refuses before anything is opened what the journal shows to be wrong; the request then names the step. */
    private DecisionRequest fitting(Home home, Journal journal) {
        Map<String, Waiting> waiting = WaitingSteps.of(journal, Reopened.plan(home, journal));
        DecisionRules rules = new DecisionRules(journal, waiting);
        rules.problem(kind, request()).ifPresent(problem -> {
            throw left(problem, journal);
        });
        if (kind == Decision.Kind.ABORT) {
            return request();
        }
        String which = rules.step(request()).orElseThrow();
        String shown =
                kind == Decision.Kind.APPROVE ? waiting.get(which).ahead().plan() : "";
        return new DecisionRequest(which, environment.user(), note, undo, shown, anyway);
    }

    private static CliException refused(String problem, Journal journal) {
        return CliException.invalid(
                problem,
                journal.runs() == 0
                        ? "'slipway list' lists the rollouts."
                        : "'slipway show " + journal.rollout() + "' shows its status.");
    }

    /** Of a rollout without a process. */
    private static CliException left(String problem, Journal journal) {
        return journal.status() == RolloutStatus.PAUSED
                ? refused(problem, journal)
                : CliException.invalid(
                        problem, "'slipway resume " + journal.rollout() + "' continues it from its journal.");
    }

    /** A reopened rollout comes to its pause again; from then on a refusal is final. */
    private void decideWhenItWaits(RolloutHandle handle, DecisionRequest request) throws InterruptedException {
        long deadline = System.nanoTime() + PAUSE_COMES.toNanos();
        while (handle.await(BEAT).isEmpty()) {
            boolean waits =
                    kind == Decision.Kind.ABORT || handle.overview().waiting().containsKey(request.step());
            if (waits && isTaken(handle, request)) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw CliException.failed(
                        "rollout " + handle.id() + " did not reach its pause again within " + PAUSE_COMES.toMinutes()
                                + " min",
                        "'slipway show " + handle.id() + "' shows its status.");
            }
            Thread.sleep(BEAT);
        }
    }

    private boolean isTaken(RolloutHandle handle, DecisionRequest request) {
        try {
            environment.console().err().println(handle.decide(kind, request));
            return true;
        } catch (RolloutHandle.DecisionRefused e) {
            if (kind == Decision.Kind.ABORT) {
                return false; // it has not begun yet
            }
            throw refused(e.getMessage(), handle.journal());
        }
    }
}
