package io.slipway.cli.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.slipway.cli.console.Columns;
import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.console.Times;
import io.slipway.cli.engine.LeftRunning;
import io.slipway.cli.engine.RolloutClient;
import io.slipway.cli.error.CliException;
import io.slipway.cli.error.ExitCode;
import io.slipway.cli.home.Home;
import io.slipway.cli.temporal.TemporalOptions;
import io.slipway.cli.temporal.TemporalSettings;
import io.slipway.model.journal.Journal;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway list}: the rollouts kept here. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List rollouts in the home folder, or on a Temporal server, latest first.",
        footerHeading = "%nExamples:%n",
        footer = {"  slipway list", "  slipway list -n 100 -o json"})
public final class ListCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private TemporalOptions temporal;

    @Mixin
    private Output output;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "COUNT",
            defaultValue = "20",
            description = "Maximum number of rollouts to list (default: ${DEFAULT-VALUE}).")
    private int limit;

    /** The command in that environment. */
    public ListCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        if (limit < 1) {
            throw CliException.invalid("--limit must be at least 1, not " + limit, "");
        }
        Optional<TemporalSettings> server = temporal.settings(environment);
        List<RolloutLine> lines = server.isPresent() ? onServer(server.get()) : here();
        String where = server.map(TemporalSettings::toString)
                .orElseGet(() -> environment.home().toString());
        output.print(environment.console(), () -> text(lines, where), () -> tree(lines));
        if (output.isText() && lines.stream().anyMatch(RolloutLine::isLeft)) {
            environment.console().err().println(LeftRunning.explained(new Home(environment), "slipway resume ROLLOUT"));
        }
        return ExitCode.DONE;
    }

    private List<RolloutLine> here() throws IOException {
        Home home = new Home(environment);
        List<RolloutLine> lines = new ArrayList<>();
        for (String id : home.journals().rollouts().stream().limit(limit).toList()) {
            Journal journal = home.journals().journal(id);
            lines.add(RolloutLine.of(journal, LeftRunning.is(home, id, journal.status())));
        }
        return lines;
    }

    private List<RolloutLine> onServer(TemporalSettings server) throws IOException {
        try (RolloutClient client = RolloutClient.open(environment, server)) {
            return client.list(limit).stream().map(RolloutLine::of).toList();
        }
    }

    private static String text(List<RolloutLine> lines, String where) {
        if (lines.isEmpty()) {
            return "no rollouts in " + where;
        }
        Columns table = Columns.of("ROLLOUT", "STATUS", "TARGET", "STARTED", "BY");
        lines.forEach(line -> table.row(
                line.rollout(),
                line.word(),
                line.target(),
                Times.shown(line.started().map(Instant::parse)),
                line.by()));
        return table.text();
    }

    private static JsonNode tree(List<RolloutLine> lines) {
        ArrayNode list = Json.mapper().createArrayNode();
        lines.forEach(line -> list.add(Json.tree(line)));
        return list;
    }
}
