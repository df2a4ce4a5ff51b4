package io.slipway.cli.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.store.Retention;
import io.slipway.activities.store.Sweep;
import io.slipway.activities.store.Sweeper;
import io.slipway.cli.console.Columns;
import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.error.CliException;
import io.slipway.cli.error.ExitCode;
import io.slipway.cli.home.Home;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Durations;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway clean}: removes the records of ended rollouts. Without {@code --yes} it only says what would go. */
@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        description = {
            "Remove journals, reports and blobs of rollouts that ended long ago. Without --yes, only" + " list them.",
            "Running and paused rollouts are never removed. Removed ones can no longer be shown or" + " resumed."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  slipway clean --older-than 30d", "  slipway clean --older-than 0s --keep 5 --yes"})
public final class CleanCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private Output output;

    @Option(
            names = "--older-than",
            paramLabel = "TIME",
            defaultValue = "90d",
            description = "Minimum time since the rollout ended, such as 12h or 30d (default: ${DEFAULT-VALUE}).")
    private String olderThan = "";

    @Option(
            names = "--keep",
            paramLabel = "COUNT",
            defaultValue = "0",
            description = "Number of latest rollouts to keep in any case (default: ${DEFAULT-VALUE}).")
    private int keep;

    @Option(
            names = {"-y", "--yes"},
            description = "Remove them instead of listing them.")
    private boolean yes;

    /** The command in that environment. */
    public CleanCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (keep < 0) {
            throw CliException.invalid("--keep must be a number of rollouts, 0 or more, not " + keep, "");
        }
        Home home = new Home(environment);
        Sweeper sweeper = new Sweeper(home.stores(), Clock.systemUTC());
        Sweep sweep = sweeper.look(new Retention(age(), keep));
        if (yes) {
            sweeper.remove(sweep);
        }
        output.print(environment.console(), () -> text(sweep, home), () -> tree(sweep));
        return ExitCode.DONE;
    }

    private Duration age() {
        try {
            return Durations.parse(olderThan);
        } catch (IllegalArgumentException e) {
            throw CliException.invalid("--older-than must be a time such as 12h or 30d, not '" + olderThan + "'", "");
        }
    }

    private String text(Sweep sweep, Home home) {
        if (sweep.isEmpty()) {
            return "nothing to remove in " + home.place();
        }
        Columns table = Columns.of("ROLLOUT", "STATUS", "ENDED");
        sweep.rollouts()
                .forEach(ended -> table.row(
                        ended.rollout(), ended.status().word(), ended.finished().toString()));
        String rollouts = sweep.rollouts().isEmpty() ? "" : table.text() + "\n";
        String what = sweep.rollouts().size() + " rollouts and " + sweep.blobs().size() + " blobs, "
                + (sweep.bytes() + 1023) / 1024 + " KiB";
        return rollouts + (yes ? "removed: " + what : "would be removed: " + what + "; add --yes to remove them");
    }

    private JsonNode tree(Sweep sweep) {
        ObjectNode tree = Json.mapper().createObjectNode();
        tree.put("removed", yes);
        tree.set("rollouts", Json.tree(sweep.rollouts()));
        tree.put("blobs", sweep.blobs().size());
        tree.put("bytes", sweep.bytes());
        return tree;
    }
}
