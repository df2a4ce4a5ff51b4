package io.slipway.cli.language;

import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.error.CliException;
import io.slipway.cli.error.ExitCode;
import io.slipway.cli.error.Suggestions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code slipway explain}: a verb, a field, or a problem's code. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Explains a verb, a field, a block of the pipeline file, or the code of a problem.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway explain deploy",
            "  slipway explain deploy.conflicts",
            "  slipway explain validate.checks.http",
            "  slipway explain params.type"
        })
public final class ExplainCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "NAME", description = "VERB, VERB.FIELD, a block such as params, or CODE.")
    private String name;

    @Mixin
    private Output output;

    /** The command in that environment. */
    public ExplainCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Explanation explanation = Explanation.of(name).orElseThrow(this::unknown);
        output.print(environment.console(), explanation::text, explanation::tree);
        return ExitCode.DONE;
    }

    private CliException unknown() {
        List<String> near = Suggestions.near(name, Explanation.known());
        String hint = near.isEmpty() ? "" : " Did you mean '" + near.getFirst() + "'?";
        return CliException.invalid(
                "nothing in the language is called '" + name + "'." + hint,
                "'slipway verbs' lists the verbs; 'slipway explain VERB' its fields.");
    }
}
