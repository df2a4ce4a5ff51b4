package io.slipway.cli.records;

import io.slipway.cli.console.Environment;
import io.slipway.cli.engine.RolloutClient;
import io.slipway.cli.home.Home;
import io.slipway.cli.temporal.TemporalOptions;
import io.slipway.cli.temporal.TemporalSettings;
import io.slipway.model.journal.Journal;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The argument that names a rollout, and the server that has it, if it is not in the home folder. */
final class RolloutArgument {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ID",
            defaultValue = "last",
            description = "ID of the rollout, a prefix of it, or 'last' (default: ${DEFAULT-VALUE}).")
    private String typed = "last";

    @Mixin
    private TemporalOptions temporal;

    /** Whether a Temporal server is asked for it. */
    boolean isOnServer(Environment environment) {
        return temporal.settings(environment).isPresent();
    }

    /** Opens the way to it. */
    OpenedRollout open(Environment environment) {
        Optional<TemporalSettings> server = temporal.settings(environment);
        if (server.isPresent()) {
            return new OpenedRollout.OnServer(RolloutClient.open(environment, server.get()), typed);
        }
        Home home = new Home(environment);
        return new OpenedRollout.InFolder(home, home.rollout(typed));
    }

    /** What happened in it, up to now. */
    Journal journal(Environment environment) throws IOException {
        try (OpenedRollout opened = open(environment)) {
            return opened.journal();
        }
    }
}
