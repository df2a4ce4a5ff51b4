package io.slipway.cli.rollouts;

import io.slipway.activities.rollout.LastRollout;
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
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.StepStatus;
import io.slipway.worker.engine.RolloutHandle;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code slipway resume}: goes on with a rollout whose process has ended. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description = "Continue a rollout from its journal. Completed steps are not run again.",
        footerHeading = "%nExamples:%n",
        footer = {"  slipway resume last", "  slipway resume datalyptica-20260105"})
public final class ResumeCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "ID", description = "ID of the rollout, a prefix of it, or 'last'.")
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
            RolloutHandle handle = client.find(rollout);
            Journal before = handle.journal();
            return isDone(before) ? show(home, before) : follow(client.session(), home, before, handle.id());
        }
    }

    private int here(Home home) throws IOException, InterruptedException {
        String id = home.rollout(rollout);
        Journal before = home.journals().journal(id);
        if (isDone(before)) {
            return show(home, before);
        }
        try (EngineSession session = Reopened.open(environment, kubeconfig, home, id)) {
            return follow(session, home, before, id);
        }
    }

    /** Whether nothing is left to do; what has failed and was let be ({@code onFailure: continue}) is tried again. */
    private static boolean isDone(Journal journal) {
        return journal.status() == RolloutStatus.SUCCEEDED
                && journal.steps().values().stream().noneMatch(step -> step.status() == StepStatus.FAILED);
    }

    /** As if it had been resumed: whoever says it until it is done, as after a crash, finds it done. */
    private int show(Home home, Journal done) {
        int code = new RunRollout(environment, home, output).finish(done);
        PrintStream err = environment.console().err();
        err.println("rollout " + done.rollout() + " has succeeded: there is nothing to resume");
        if (LastRollout.revalidationOf(done).isEmpty()) {
            err.println("next     slipway run " + done.pipeline() + "  # runs it again");
        }
        err.println("next     slipway revalidate " + done.pipeline() + "  # checks that everything is still in place");
        return code;
    }

    private int follow(EngineSession session, Home home, Journal before, String id) throws InterruptedException {
        return new RunRollout(environment, home, output).after(before).follow(session, resumed(session, id));
    }

    private RolloutHandle resumed(EngineSession session, String id) {
        try {
            return session.engine().resume(id, environment.user());
        } catch (WorkflowExecutionAlreadyStarted e) {
            throw CliException.invalid(
                    "rollout " + id + " has not ended: the server is running it",
                    "Follow it with 'slipway watch " + id + "'.");
        }
    }
}
