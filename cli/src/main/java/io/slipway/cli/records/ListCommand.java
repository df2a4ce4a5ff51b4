package io.slipway.cli.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.cli.console.Columns;
import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.error.ExitCode;
import io.slipway.cli.home.Home;
import io.slipway.model.journal.Journal;
import io.slipway.model.json.Json;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway list}: the rollouts kept here. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the rollouts kept here, the latest first.",
        footerHeading = "%nExamples:%n",
        footer = {"  slipway list", "  slipway list -n 100 -o json"})
public final class ListCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private Output output;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "COUNT",
            defaultValue = "20",
            description = "At most so many (default: ${DEFAULT-VALUE}).")
    private int limit;

    /** The command in that environment. */
    public ListCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Home home = new Home(environment);
        List<Journal> journals = home.journals().rollouts().stream()
                .limit(Math.max(0, limit))
                .map(home.journals()::journal)
                .toList();
        output.print(environment.console(), () -> text(journals), () -> tree(journals));
        return ExitCode.DONE;
    }

    private String text(List<Journal> journals) {
        if (journals.isEmpty()) {
            return "no rollouts in " + environment.home();
        }
        Columns table = Columns.of("ROLLOUT", "STATUS", "TARGET", "STARTED", "BY");
        journals.forEach(journal -> table.row(
                journal.rollout(),
                journal.status().word(),
                journal.target(),
                journal.started().map(Object::toString).orElse(""),
                journal.by()));
        return table.text();
    }

    private static JsonNode tree(List<Journal> journals) {
        ArrayNode list = Json.mapper().createArrayNode();
        for (Journal journal : journals) {
            ObjectNode one = list.addObject();
            one.put("rollout", journal.rollout());
            one.put("pipeline", journal.pipeline());
            one.put("status", journal.status().word());
            one.put("target", journal.target());
            one.put("simulated", journal.simulated());
            one.put("started", journal.started().map(Object::toString).orElse(null));
            one.put("finished", journal.finished().map(Object::toString).orElse(null));
            one.put("by", journal.by());
        }
        return list;
    }
}
