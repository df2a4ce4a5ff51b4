package io.slipway.cli.system;

import io.slipway.cli.console.Environment;
import io.slipway.cli.error.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code slipway completion}: a script for bash and zsh. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Print a completion script for bash and zsh.",
        footerHeading = "%nExamples:%n",
        footer = "  source <(slipway completion)")
public final class CompletionCommand implements Callable<Integer> {
    private final Environment environment;

    @Spec
    private CommandSpec spec;

    /** The command in that environment. */
    public CompletionCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        environment.console().out().println(CompletionScript.of(spec.root().commandLine()));
        return ExitCode.DONE;
    }
}
