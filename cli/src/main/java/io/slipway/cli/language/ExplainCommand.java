package io.slipway.cli.language;

import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.error.CliException;
import io.slipway.cli.error.ExitCode;
import io.slipway.model.check.ProblemCode;
import io.slipway.model.check.ProblemDoc;
import io.slipway.model.check.Suggestion;
import io.slipway.model.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code slipway explain}: a verb, a field, or a problem's code. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Describe a verb, a field, a block of the pipeline file, or a problem code.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway explain deploy",
            "  slipway explain deploy.conflicts",
            "  slipway explain validate.checks.http",
            "  slipway explain step",
            "  slipway explain check.within",
            "  slipway explain SW010"
        })
public final class ExplainCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(
            paramLabel = "NAME",
            description = "VERB, VERB.FIELD, a block such as step or check, a probe, or a problem code.")
    private String name;

    @Mixin
    private Output output;

    /** The command in that environment. */
    public ExplainCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Optional<ProblemCode> code = ProblemCode.byCode(name);
        if (code.isPresent()) {
            output.print(
                    environment.console(),
                    () -> text(code.get()),
                    () -> Json.tree(code.get().doc()));
            return ExitCode.DONE;
        }
        Explanation explanation = Explanation.of(name).orElseGet(this::ofItsPlace);
        output.print(environment.console(), explanation::text, explanation::tree);
        return ExitCode.DONE;
    }

    /** A key of one place only needs no place before it. */
    private Explanation ofItsPlace() {
        List<String> places = Explanation.places(name);
        if (places.size() > 1) {
            throw ambiguous(places);
        }
        return places.stream().findFirst().flatMap(Explanation::of).orElseThrow(this::unknown);
    }

    private static String text(ProblemCode code) {
        ProblemDoc doc = code.doc();
        String text = code.code() + ": " + doc.title() + "\n\n" + doc.explanation() + "\n";
        text += doc.wrong().isEmpty() ? "" : "\nWrong:\n" + doc.wrong().indent(2);
        return text + (doc.right().isEmpty() ? "" : "\nRight:\n" + doc.right().indent(2));
    }

    private CliException ambiguous(List<String> places) {
        return CliException.invalid(
                "'" + name + "' is a key in several places.", "Choose one: " + String.join(", ", places) + ".");
    }

    private CliException unknown() {
        return CliException.invalid(
                "unknown name '" + name + "'" + Suggestion.hint(name, Explanation.known()),
                "'slipway verbs' lists the verbs; 'slipway explain VERB' its fields.");
    }
}
