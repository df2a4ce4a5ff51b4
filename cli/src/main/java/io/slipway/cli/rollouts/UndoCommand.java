package io.slipway.cli.rollouts;

import io.slipway.activities.rollout.FolderPlanning;
import io.slipway.activities.rollout.LastRollout;
import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.engine.EngineSession;
import io.slipway.cli.engine.KubeconfigOption;
import io.slipway.cli.engine.RolloutClient;
import io.slipway.cli.engine.RunRollout;
import io.slipway.cli.error.CliException;
import io.slipway.cli.error.ExitCode;
import io.slipway.cli.home.Home;
import io.slipway.cli.temporal.TemporalOptions;
import io.slipway.cli.temporal.TemporalSettings;
import io.slipway.model.journal.Journal;
import io.slipway.model.plan.Plan;
import io.slipway.worker.engine.RolloutHandle;
import io.slipway.workflows.contract.UndoOrder;
import io.slipway.workflows.contract.UndoRequest;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway undo}: takes back what a rollout did that is over, the last step first. */
@Command(
        name = "undo",
        mixinStandardHelpOptions = true,
        description = "Revert what an ended rollout did, last step first. Shows the changes and asks for"
                + " confirmation. Data is kept unless a step has 'undo: { deleteData: true }'.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway undo last --dry-run              preview",
            "  slipway undo last --to flink-deploy      revert what came after it",
            "  slipway undo ID --yes --note 'wrong cluster'"
        })
public final class UndoCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "ID", description = "ID of the rollout, a prefix of it, or 'last'.")
    private String rollout;

    @Option(names = "--to", paramLabel = "STEP", description = "Revert to this step; it and everything before it stay.")
    private String to = "";

    @Option(names = "--note", paramLabel = "TEXT", description = "Reason to record in the journal.")
    private String note = "";

    @Option(names = "--dry-run", description = "Only show what would be reverted.")
    private boolean dryRun;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask for confirmation.")
    private boolean yes;

    @Mixin
    private TemporalOptions temporal;

    @Mixin
    private KubeconfigOption kubeconfig;

    @Mixin
    private Output output;

    /** The command in that environment. */
    public UndoCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<TemporalSettings> server = temporal.settings(environment);
        Home home = new Home(environment);
        return server.isPresent() ? onServer(home, server.get()) : here(home);
    }

    /** The server's workers know what was done; it can be shown here where their store is. */
    private int onServer(Home home, TemporalSettings server) throws IOException, InterruptedException {
        try (RolloutClient client = RolloutClient.open(environment, server)) {
            RolloutHandle handle = client.find(rollout);
            Journal journal = handle.journal();
            refuseLook(journal);
            if (!dryRun && yes) {
                return follow(client.session(), home, handle.id(), journal);
            }
            Plan plan = home.plan(journal)
                    .orElseThrow(() -> CliException.invalid(
                            "what rollout " + handle.id()
                                    + " did is recorded in its workers' store and cannot be shown here",
                            "Use the same store (SLIPWAY_STORE, SLIPWAY_HOME), or add --yes."));
            if (dryRun) {
                return show(home, plan, journal);
            }
            if (isNothing(home, plan, journal)) {
                return ExitCode.DONE;
            }
            ask(home, plan, journal);
            return follow(client.session(), home, handle.id(), journal);
        }
    }

    private int here(Home home) throws IOException, InterruptedException {
        String id = home.rollout(rollout);
        Journal journal = home.journals().journal(id);
        refuseLook(journal);
        Plan plan = Reopened.plan(home, journal);
        if (!to.isEmpty() && journal.step(to).isEmpty()) {
            throw CliException.invalid(
                    "rollout " + id + " has no step '" + to + "' to revert to",
                    "'slipway show " + id + "' lists its steps.");
        }
        if (!to.isEmpty() && UndoOrder.done(journal, to).isEmpty()) {
            throw CliException.invalid(
                    "rollout " + id + " has not completed step '" + to + "', so it cannot be reverted to that step",
                    "Name an earlier completed step; 'slipway show " + id + "' lists them.");
        }
        if (dryRun) {
            return show(home, plan, journal);
        }
        if (isNothing(home, plan, journal)) {
            return ExitCode.DONE;
        }
        if (!yes) {
            ask(home, plan, journal);
        }
        FolderPlanning planning = new FolderPlanning(List.of(environment.directory()), Optional.empty());
        try (EngineSession session = Reopened.open(environment, kubeconfig, home, id, planning)) {
            return follow(session, home, id, journal);
        }
    }

    /** The last one may be a re-validation: whoever then says 'undo last' means the rollout before it. */
    private static void refuseLook(Journal journal) {
        LastRollout.revalidationOf(journal).ifPresent(of -> {
            throw CliException.invalid(
                    journal.rollout() + " is a re-validation, which changes nothing",
                    "It checked " + of + ": slipway undo " + of);
        });
    }

    private int show(Home home, Plan plan, Journal journal) {
        UndoText text = new UndoText(home, plan);
        output.print(environment.console(), () -> text.of(journal, to), () -> text.tree(journal, to));
        return ExitCode.DONE;
    }

    /** Whether there is nothing to take back, which is said. */
    private boolean isNothing(Home home, Plan plan, Journal journal) {
        UndoText text = new UndoText(home, plan);
        boolean nothing = text.isEmpty(journal, to);
        if (nothing) {
            environment.console().err().print(text.of(journal, to));
        }
        return nothing;
    }

    private void ask(Home home, Plan plan, Journal journal) {
        environment.console().err().print(new UndoText(home, plan).of(journal, to));
        Confirmation.ask(environment, "Revert this on target '" + journal.target() + "'?");
    }

    private int follow(EngineSession session, Home home, String id, Journal before) throws InterruptedException {
        try {
            var request = new UndoRequest(to, environment.user(), note);
            return new RunRollout(environment, home, output)
                    .after(before)
                    .follow(session, session.engine().undo(id, request));
        } catch (WorkflowExecutionAlreadyStarted e) {
            throw CliException.invalid(
                    "rollout " + id + " has not ended",
                    "'slipway abort " + id + " --undo' ends it and reverts what it did.");
        }
    }
}
