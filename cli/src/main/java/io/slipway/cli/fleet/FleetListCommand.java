package io.slipway.cli.fleet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.cli.console.Columns;
import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.console.Times;
import io.slipway.cli.engine.LeftRunning;
import io.slipway.cli.error.ExitCode;
import io.slipway.model.fleet.FleetJournal;
import io.slipway.model.fleet.TargetStatus;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code slipway fleet list}: the fleets that are kept here. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List the fleet runs in the home folder, latest first.",
        footerHeading = "%nExamples:%n",
        footer = "  slipway fleet list -o json")
final class FleetListCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private Output output;

    FleetListCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        FleetHome home = new FleetHome(environment);
        List<Line> all = new ArrayList<>();
        for (String id : home.journals().ids()) {
            FleetJournal fleet = home.journals().journal(id);
            all.add(new Line(fleet, LeftRunning.is(home.home(), id, fleet.status())));
        }
        output.print(environment.console(), () -> text(all), () -> tree(all));
        if (output.isText() && all.stream().anyMatch(Line::left)) {
            environment.console().err().println(LeftRunning.explained(home.home(), "slipway fleet continue FLEET"));
        }
        return ExitCode.DONE;
    }

    /**
     * A line of the list.
     *
     * @param fleet the journal of the run
     * @param left whether it is running by its journal and no process here carries it out
     */
    private record Line(FleetJournal fleet, boolean left) {
        String word() {
            return left ? LeftRunning.WORDS : fleet.status().word();
        }

        ObjectNode tree() {
            ObjectNode tree = Json.mapper()
                    .createObjectNode()
                    .put("id", fleet.id())
                    .put("status", fleet.status().word())
                    .put("succeeded", count(fleet, TargetStatus.SUCCEEDED))
                    .put("failed", count(fleet, TargetStatus.FAILED))
                    .put("started", fleet.started().map(Instant::toString).orElse(""));
            return left ? tree.put("attended", false) : tree;
        }
    }

    private static String text(List<Line> all) {
        if (all.isEmpty()) {
            return "no fleets";
        }
        Columns table = Columns.of("FLEET", "STATUS", "DONE", "FAILED", "STARTED");
        all.forEach(line -> table.row(
                line.fleet().id(),
                line.word(),
                String.valueOf(count(line.fleet(), TargetStatus.SUCCEEDED)),
                String.valueOf(count(line.fleet(), TargetStatus.FAILED)),
                Times.shown(line.fleet().started())));
        return table.text();
    }

    private static ArrayNode tree(List<Line> all) {
        ArrayNode list = Json.mapper().createArrayNode();
        all.forEach(line -> list.add(line.tree()));
        return list;
    }

    private static long count(FleetJournal fleet, TargetStatus status) {
        return fleet.targets().stream()
                .filter(target -> target.status() == status)
                .count();
    }
}
