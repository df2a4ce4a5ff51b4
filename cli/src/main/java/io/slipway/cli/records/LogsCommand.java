package io.slipway.cli.records;

import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.error.CliException;
import io.slipway.cli.error.ExitCode;
import io.slipway.cli.home.Home;
import io.slipway.model.journal.Journal;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway logs}: the logs that the steps of a rollout kept. A step's logs are kept when its try ends. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Print the logs collected by the steps of a rollout.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway logs last                 all steps",
            "  slipway logs last spark-image     one step",
            "  slipway logs -f last              follow until it ends or pauses"
        })
public final class LogsCommand implements Callable<Integer> {
    private static final long BEAT_MILLIS = 300;

    private final Environment environment;

    @Mixin
    private RolloutArgument rollout;

    @Mixin
    private Output output;

    @Parameters(index = "1", arity = "0..1", paramLabel = "STEP", description = "Print only the logs of this step.")
    private Optional<String> step = Optional.empty();

    @Option(
            names = {"-f", "--follow"},
            description = "Print the logs of each step when it ends, until the rollout ends or pauses; with -o"
                    + " json, one object per line.")
    private boolean follow;

    /** The command in that environment. */
    public LogsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = new Home(environment);
        try (OpenedRollout opened = rollout.open(environment)) {
            KeptLogs logs = new KeptLogs(home, step);
            if (follow) {
                follow(opened, logs);
            } else {
                print(opened.journal(), logs);
            }
        }
        return ExitCode.DONE;
    }

    private void print(Journal journal, KeptLogs logs) {
        if (step.isPresent() && journal.step(step.get()).isEmpty() && !logs.planned(journal)) {
            throw CliException.invalid(
                    "rollout " + journal.rollout() + " has no step '" + step.get() + "'",
                    "'slipway show " + journal.rollout() + "' lists its steps.");
        }
        List<KeptLog> all = logs.of(journal);
        output.print(environment.console(), () -> text(journal, logs, all), () -> Json.tree(all));
    }

    private static String text(Journal journal, KeptLogs logs, List<KeptLog> all) {
        if (all.isEmpty()) {
            return logs.elsewhere(journal)
                    ? "the logs are in the worker's state folder, which this machine does not have"
                    : "no logs were kept";
        }
        return String.join("", all.stream().map(KeptLog::text).toList());
    }

    private void follow(OpenedRollout opened, KeptLogs logs) throws InterruptedException {
        while (true) {
            Journal journal = opened.journal();
            boolean over = switch (journal.status()) {
                case RUNNING -> false;
                case PAUSED, SUCCEEDED, FAILED, ABORTED, CANCELLED, UNDONE -> true;
            };
            for (KeptLog log : logs.newOf(journal)) {
                environment.console().out().print(output.isText() ? log.text() : Json.write(log) + "\n");
            }
            environment.console().flush();
            if (over) {
                return;
            }
            Thread.sleep(BEAT_MILLIS);
        }
    }
}
