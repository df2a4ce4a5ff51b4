package io.slipway.cli.records;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.error.CliException;
import io.slipway.cli.error.ExitCode;
import io.slipway.cli.home.Home;
import io.slipway.model.json.Json;
import io.slipway.reports.LogReport;
import io.slipway.reports.Report;
import io.slipway.reports.StepReport;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code slipway logs}: the logs that the steps of a rollout kept. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Prints the logs that the steps of a rollout kept.",
        footerHeading = "%nExamples:%n",
        footer = {"  slipway logs last                 of all steps", "  slipway logs last spark-image     of one step"
        })
public final class LogsCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private RolloutArgument rollout;

    @Mixin
    private Output output;

    @Parameters(index = "1", arity = "0..1", paramLabel = "STEP", description = "Only the logs of this step.")
    private Optional<String> step = Optional.empty();

    /** The command in that environment. */
    public LogsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        Home home = new Home(environment);
        Report report = home.report(rollout.journal(environment, home));
        List<StepReport> steps = report.steps().stream()
                .filter(one -> step.isEmpty() || one.step().equals(step.get()))
                .toList();
        if (steps.isEmpty()) {
            throw CliException.invalid(
                    "rollout " + report.rollout() + " has no step '" + step.orElse("") + "'",
                    "'slipway show " + report.rollout() + "' lists its steps.");
        }
        output.print(environment.console(), () -> text(home, steps), () -> tree(home, steps));
        return ExitCode.DONE;
    }

    private static String text(Home home, List<StepReport> steps) {
        StringBuilder text = new StringBuilder();
        for (StepReport step : steps) {
            for (LogReport log : step.logs()) {
                text.append("== ")
                        .append(step.step())
                        .append(": ")
                        .append(log.name())
                        .append('\n');
                text.append(content(home, log).stripTrailing()).append('\n');
            }
        }
        return text.isEmpty() ? "no logs were kept" : text.toString();
    }

    private static String content(Home home, LogReport log) {
        return home.blobs().text(log.hash()).orElse("(the blob store no longer has this log)");
    }

    private static ArrayNode tree(Home home, List<StepReport> steps) {
        ArrayNode list = Json.mapper().createArrayNode();
        for (StepReport step : steps) {
            for (LogReport log : step.logs()) {
                ObjectNode one = list.addObject();
                one.put("step", step.step());
                one.put("name", log.name());
                content(home, log).lines().forEach(one.putArray("lines")::add);
            }
        }
        return list;
    }
}
