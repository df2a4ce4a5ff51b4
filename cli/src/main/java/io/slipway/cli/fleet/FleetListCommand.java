package io.slipway.cli.fleet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.slipway.cli.console.Columns;
import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.error.ExitCode;
import io.slipway.model.fleet.FleetJournal;
import io.slipway.model.fleet.TargetStatus;
import io.slipway.model.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code slipway fleet list}: the fleets that are kept here. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the runs of fleets that are kept here, the latest first.",
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
    public Integer call() {
        FleetHome home = new FleetHome(environment);
        List<FleetJournal> all =
                home.journals().ids().stream().map(home.journals()::journal).toList();
        output.print(environment.console(), () -> text(all), () -> tree(all));
        return ExitCode.DONE;
    }

    private static String text(List<FleetJournal> all) {
        if (all.isEmpty()) {
            return "no fleets";
        }
        Columns table = Columns.of("FLEET", "STATUS", "DONE", "FAILED", "STARTED");
        all.forEach(fleet -> table.row(
                fleet.id(),
                fleet.status().word(),
                String.valueOf(count(fleet, TargetStatus.SUCCEEDED)),
                String.valueOf(count(fleet, TargetStatus.FAILED)),
                fleet.started().map(Instant::toString).orElse("")));
        return table.text();
    }

    private static ArrayNode tree(List<FleetJournal> all) {
        ArrayNode list = Json.mapper().createArrayNode();
        all.forEach(fleet -> list.addObject()
                .put("id", fleet.id())
                .put("status", fleet.status().word())
                .put("succeeded", count(fleet, TargetStatus.SUCCEEDED))
                .put("failed", count(fleet, TargetStatus.FAILED))
                .put("started", fleet.started().map(Instant::toString).orElse("")));
        return list;
    }

    private static long count(FleetJournal fleet, TargetStatus status) {
        return fleet.targets().stream()
                .filter(target -> target.status() == status)
                .count();
    }
}
