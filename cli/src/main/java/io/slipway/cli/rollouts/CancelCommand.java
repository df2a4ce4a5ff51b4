package io.slipway.cli.rollouts;

import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.engine.Embedded;
import io.slipway.cli.engine.RunRollout;
import io.slipway.cli.error.CliException;
import io.slipway.cli.home.Home;
import io.slipway.model.journal.Journal;
import io.slipway.worker.engine.RolloutHandle;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code slipway cancel}: stops a rollout whose process has ended, by reopening its journal, so that its
 * {@code finally} runs. While the process runs, it is stopped there.
 */
@Command(
        name = "cancel",
        mixinStandardHelpOptions = true,
        description = "Stops a rollout that is not over: running steps are cancelled, then 'finally' runs.",
        footerHeading = "%nExamples:%n",
        footer = {"  slipway cancel last --note 'wrong cluster'", "  slipway cancel datalyptica-20260105"})
public final class CancelCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "ID", description = "The rollout's id, the beginning of it, or 'last'.")
    private String rollout;

    @Option(names = "--note", paramLabel = "TEXT", description = "Why; kept in the journal.")
    private String note = "";

    @Mixin
    private Output output;

    /** The command in that environment. */
    public CancelCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = new Home(environment);
        String id = home.rollout(rollout);
        Journal before = home.journals().journal(id);
        if (before.status().closed()) {
            throw CliException.invalid(
                    "rollout " + id + " is over: it " + before.status().word(), "There is nothing to cancel.");
        }
        try (Embedded embedded = Reopened.open(environment, home, id)) {
            RolloutHandle handle = embedded.engine().reopen(id, environment.user());
            handle.cancel(environment.user(), note);
            return new RunRollout(environment, home, output).followToTheEnd(handle);
        }
    }
}
