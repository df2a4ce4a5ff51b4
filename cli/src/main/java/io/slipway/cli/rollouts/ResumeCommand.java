package io.slipway.cli.rollouts;

import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.engine.Embedded;
import io.slipway.cli.engine.RunRollout;
import io.slipway.cli.home.Home;
import java.io.IOException;
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
    private Output output;

    /** The command in that environment. */
    public ResumeCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = new Home(environment);
        String id = home.rollout(rollout);
        try (Embedded embedded = Reopened.open(environment, home, id)) {
            return new RunRollout(environment, home, output)
                    .follow(embedded.engine().resume(id, environment.user()));
        }
    }
}
