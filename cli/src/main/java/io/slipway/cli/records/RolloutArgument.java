package io.slipway.cli.records;

import io.slipway.cli.home.Home;
import picocli.CommandLine.Parameters;

/** The argument that names a rollout. */
final class RolloutArgument {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ID",
            defaultValue = "last",
            description = "The rollout's id, the beginning of it, or 'last' (default: ${DEFAULT-VALUE}).")
    private String typed = "last";

    String in(Home home) {
        return home.rollout(typed);
    }
}
