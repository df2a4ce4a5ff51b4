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
            description =
                    "Serve /livez and /readyz there; on loopback unless a host is given, such as 0.0.0.0 in a pod.")
    private Optional<String> address = Optional.empty();

    Health serve(BooleanSupplier ready) {
        if (address.isEmpty()) {
            return Health.none();
        }
        InetSocketAddress where = parsed(address.get());
        try {
            return Health.serve(where, ready);
        } catch (IOException e) {
            throw CliException.failed(
                    "health cannot be served at " + address.get() + ": " + e.getMessage(), "Choose another --health.");
        }
    }

    @SuppressWarnings("AddressSelection") // to listen at, where any address of that name will do
    private static InetSocketAddress parsed(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "127.0.0.1" : text.substring(0, colon);
        try {
            return new InetSocketAddress(host, Integer.parseInt(text.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw CliException.invalid("'" + text + "' is no port", "Write --health 8081 or --health 0.0.0.0:8081.");
        }
    }
}
