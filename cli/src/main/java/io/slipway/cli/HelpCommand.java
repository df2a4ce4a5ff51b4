package io.slipway.cli;

import io.slipway.cli.error.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code slipway help}: the help of a command, or the list of commands. */
@Command(
        name = "help",
        mixinStandardHelpOptions = true,
        description = "Show help for a command.",
        footerHeading = "%nExamples:%n",
        footer = {"  slipway help run", "  slipway help fleet plan"})
final class HelpCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "COMMAND",
            description = "Command to describe, such as run or fleet plan (default: slipway itself).")
    private List<String> words = new ArrayList<>();

    @Override
    public Integer call() {
        CommandLine described = spec.root().commandLine();
        for (String word : words) {
            CommandLine inner = described.getSubcommands().get(word);
            if (inner == null) {
                throw new UnmatchedArgumentException(described, List.of(word));
            }
            described = inner;
        }
        described.usage(described.getOut());
        return ExitCode.DONE;
    }
}
