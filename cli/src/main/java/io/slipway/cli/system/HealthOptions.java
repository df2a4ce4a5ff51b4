package io.slipway.cli.system;

import io.slipway.cli.error.CliException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Option;

/** The option that serves a worker's health. */
final class HealthOptions {
    @Option(
            names = "--health",
            paramLabel = "[HOST:]PORT",
            description = "Serve /livez and /readyz at this address; on loopback unless a host is given, such as"
                    + " 0.0.0.0 in a pod.")
    private Optional<String> address = Optional.empty();

    Health serve(BooleanSupplier ready) {
        if (address.isEmpty()) {
            return Health.none();
        }
        InetSocketAddress where = ListenAddress.parse("--health", address.get());
        try {
            return Health.serve(where, ready);
        } catch (IOException e) {
            throw CliException.failed(
                    "health cannot be served at " + address.get() + ": " + e.getMessage(), "Choose another --health.");
        }
    }
}
