package io.slipway.cli.system;

import io.slipway.cli.error.CliException;
import io.slipway.model.spec.Durations;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The option that lets a worker wait for its server. */
final class WaitOption {
    @Option(
            names = "--wait-for-server",
            paramLabel = "TIME",
            description =
                    "How long to wait for a Temporal server, a cluster or a kubeconfig that is not there yet, such as"
                            + " 10m; without it the worker ends at once. Meanwhile it is alive and not ready.")
    private String time = "";

    /** How long, nothing for not at all. */
    Duration time() {
        try {
            return time.isEmpty() ? Duration.ZERO : Durations.parse(time);
        } catch (IllegalArgumentException e) {
            throw CliException.invalid("--wait-for-server must be a time such as 30s or 10m, not '" + time + "'", "");
        }
    }
}
