package io.slipway.cli.rollouts;

import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.engine.EngineSession;
import io.slipway.cli.engine.KubeconfigOption;
import io.slipway.cli.engine.RolloutClient;
import io.slipway.cli.engine.RunRollout;
import io.slipway.cli.error.CliException;
import io.slipway.cli.home.Home;
import io.slipway.cli.temporal.TemporalOptions;
import io.slipway.model.journal.Journal;
import io.slipway.worker.engine.RolloutHandle;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code slipway cancel}: stops a rollout of a Temporal server, or one whose process has ended, by reopening its journal,
 * so that its {@code finally} runs. While the process runs, it is stopped there.
 */
@Command(
        name = "cancel",
        mixinStandardHelpOptions = true,
        description = "Cancel a rollout: running steps are cancelled, then 'finally' runs.",
        footerHeading = "%nExamples:%n",
        footer = {"  slipway cancel last --note 'wrong cluster'", "  slipway cancel datalyptica-20260105"})
public final class CancelCommand implements Callable<Integer> {
    private static final String NOTHING = "Nothing to cancel.";

    private final Environment environment;

    @Parameters(paramLabel = "ID", description = "ID of the rollout, a prefix of it, or 'last'.")
    private String rollout;

    @Option(names = "--note", paramLabel = "TEXT", description = "Reason to record in the journal.")
    private String note = "";

    @Mixin
    private TemporalOptions temporal;

    @Mixin
    private KubeconfigOption kubeconfig;

    @Mixin
    private Output output;

    /** The command in that environment. */
    public CancelCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<RolloutClient> server = RolloutClient.of(environment, temporal, rollout);
        return server.isPresent() ? onServer(server.get()) : reopened();
    }

    private int onServer(RolloutClient server) throws IOException, InterruptedException {
        try (RolloutClient client = server) {
            RolloutHandle handle = client.find(rollout);
            Journal before = handle.journal();
            cancel(handle);
            return new RunRollout(environment, new Home(environment), output)
                    .after(before)
                    .followToTheEnd(client.session(), handle);
        }
    }

    private int reopened() throws IOException, InterruptedException {
        Home home = new Home(environment);
        String id = home.rollout(rollout);
        Journal before = home.journals().journal(id);
        if (before.status().closed()) {
            throw CliException.invalid(
                    "rollout " + id + " has ended: " + before.status().word(), NOTHING);
        }
        try (EngineSession session = Reopened.open(environment, kubeconfig, home, id)) {
            RolloutHandle handle = session.engine().reopen(id, environment.user());
            cancel(handle);
            return new RunRollout(environment, home, output).after(before).followToTheEnd(session, handle);
        }
    }

    private void cancel(RolloutHandle handle) {
        try {
            handle.cancel(environment.user(), note);
        } catch (RolloutHandle.DecisionRefused e) {
            throw CliException.invalid(e.getMessage(), "'slipway show " + handle.id() + "' shows how it ended.");
        }
    }
}
