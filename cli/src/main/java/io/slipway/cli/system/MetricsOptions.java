package io.slipway.cli.system;

import io.slipway.cli.error.CliException;
import io.slipway.worker.metrics.Metrics;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that serves a worker's metrics. */
final class MetricsOptions {
    @Option(
            names = "--metrics",
            paramLabel = "[HOST:]PORT",
            description = "Serve OpenMetrics at /metrics at this address, for Prometheus; on loopback unless a"
                    + " host is given.")
    private Optional<String> address = Optional.empty();

    /** Refuses what is no address, before anything is opened. */
    void check() {
        address.ifPresent(text -> ListenAddress.parse("--metrics", text));
    }

    /** Metrics, when they are asked for. */
    Optional<Metrics> metrics() {
        return address.map(asked -> new Metrics());
    }

    /** Serves them; nothing when they are not asked for. */
    MetricsEndpoint serve(Optional<Metrics> metrics) {
        if (metrics.isEmpty() || address.isEmpty()) {
            return MetricsEndpoint.none();
        }
        try {
            return MetricsEndpoint.serve(ListenAddress.parse("--metrics", address.get()), metrics.get()::scrape);
        } catch (IOException e) {
            throw CliException.failed(
                    "metrics cannot be served at " + address.get() + ": " + e.getMessage(),
                    "Choose another --metrics.");
        }
    }
}
