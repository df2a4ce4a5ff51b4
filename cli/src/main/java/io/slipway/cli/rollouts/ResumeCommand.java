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
import io.slipway.cli.temporal.TemporalSettings;
import io.slipway.model.journal.Journal;
import io.slipway.worker.engine.RolloutHandle;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code slipway resume}: goes on with a rollout whose process has ended. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description = "Goes on with a rollout from its journal. Steps that are done are not run again.",
        footerHeading = "%nExamples:%n",
        footer = {"  slipway resume last", "  slipway resume datalyptica-20260105"})
public final class ResumeCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "ID", description = "The rollout's id, the beginning of it, or 'last'.")
    private String rollout;

    @Mixin
    private TemporalOptions temporal;

    @Mixin
    private KubeconfigOption kubeconfig;

    @Mixin
    private Output output;

    /** The command in that environment. */
    public ResumeCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = new Home(environment);
        Optional<TemporalSettings> server = temporal.settings(environment);
        return server.isPresent() ? onServer(home, server.get()) : here(home);
    }

    private int onServer(Home home, TemporalSettings server) throws IOException, InterruptedException {
        try (RolloutClient client = RolloutClient.open(environment, server)) {
            RolloutHandle before = client.find(rollout);
            return follow(client.session(), home, before.journal(), before.id());
        }
    }

    private int here(Home home) throws IOException, InterruptedException {
        String id = home.rollout(rollout);
        try (EngineSession session = Reopened.open(environment, kubeconfig, home, id)) {
            return follow(session, home, home.journals().journal(id), id);
        }
    }

    private int follow(EngineSession session, Home home, Journal before, String id) throws InterruptedException {
        return new RunRollout(environment, home, output).after(before).follow(session, resumed(session, id));
    }

    private RolloutHandle resumed(EngineSession session, String id) {
        try {
            return session.engine().resume(id, environment.user());
        } catch (WorkflowExecutionAlreadyStarted e) {
            throw CliException.invalid(
                    "rollout " + id + " is not over: the server carries it out",
                    "Follow it with 'slipway watch " + id + "'.");
        }
    }
}
