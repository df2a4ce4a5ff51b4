package io.slipway.cli.language;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.diagnosis.OwnRules;
import io.slipway.cli.console.Console;
import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.error.ExitCode;
import io.slipway.cli.pipelines.PipelineArgument;
import io.slipway.model.check.Checked;
import io.slipway.model.check.Checker;
import io.slipway.model.check.Problem;
import io.slipway.model.json.Json;
import io.slipway.reports.words.Counts;
import io.slipway.reports.words.Mark;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway check}: every mistake of a pipeline, with its place. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Report all mistakes in a pipeline, each with its location and fix. Contacts no server.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway check pipelines/datalyptica",
            "  slipway check pipelines/datalyptica --coverage   which step covers what",
            "  slipway check my-app -o json",
            "",
            "Exits with 0 if the pipeline is valid, else with 2."
        })
public final class CheckCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private PipelineArgument pipeline;

    @Mixin
    private Output output;

    @Option(
            names = "--coverage",
            description = "List the sections of the guide with the steps and checks that cover them.")
    private boolean coverage;

    /** The command in that environment. */
    public CheckCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Checked checked = Checker.check(pipeline.in(environment));
        List<Problem> rules = OwnRules.problems(checked);
        output.print(environment.console(), () -> text(checked, rules), () -> tree(checked, rules));
        return checked.ok() && rules.isEmpty() ? ExitCode.DONE : ExitCode.INVALID;
    }

    private String text(Checked checked, List<Problem> rules) {
        Console console = environment.console();
        StringBuilder text = new StringBuilder();
        checked.problems().forEach(problem -> text.append(problem).append('\n'));
        rules.forEach(problem -> text.append(problem).append('\n'));
        if (coverage) {
            text.append(CoverageText.of(checked));
        }
        String counts = Counts.plural(checked.errors().size() + rules.size(), "error") + ", "
                + Counts.plural(checked.warnings().size(), "warning");
        text.append(
                checked.ok() && rules.isEmpty()
                        ? console.outPalette().paint(Mark.Tone.GOOD, "✔ " + checked.name() + " is valid")
                                + (checked.warnings().isEmpty() ? "" : ": " + counts)
                        : console.outPalette().paint(Mark.Tone.BAD, "✘ " + checked.name() + " is invalid: " + counts));
        return text.append('\n').toString();
    }

    private ObjectNode tree(Checked checked, List<Problem> rules) {
        ObjectNode tree = Json.mapper().createObjectNode();
        tree.put("pipeline", checked.name()).put("ok", checked.ok() && rules.isEmpty());
        ArrayNode problems = tree.putArray("problems");
        checked.problems().forEach(problem -> problem(problems.addObject(), problem));
        rules.forEach(problem -> problem(problems.addObject(), problem));
        if (coverage) {
            ObjectNode sections = tree.putObject("coverage");
            Map<String, List<String>> carriers = new TreeMap<>(checked.carriers());
            carriers.forEach((section, steps) -> steps.forEach(sections.withArray("/" + escape(section))::add));
        }
        return tree;
    }

    /** A reference as a part of a JSON pointer. */
    private static String escape(String section) {
        return section.replace("~", "~0").replace("/", "~1");
    }

    private static void problem(ObjectNode one, Problem problem) {
        one.put("code", problem.code().code())
                .put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        problem.inFile()
                .ifPresent(place ->
                        one.put("file", place.file()).put("line", place.line()).put("column", place.column()));
        one.put("message", problem.message());
    }
}
