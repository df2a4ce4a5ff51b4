package io.slipway.sandbox.flinksql;

import io.slipway.sandbox.flink.FlinkConfig;
import io.slipway.sandbox.flink.FlinkImage;
import io.slipway.sandbox.net.SimEndpoint;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Process;
import io.slipway.sandbox.workloads.Services;
import io.slipway.sandbox.workloads.Workload;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The container of a SQL Gateway. Its sessions live as long as its pod. */
public final class SqlGatewayWorkload implements Workload {
    private static final int PORT = 8083;

    private final Services services;
    private final Map<String, GatewayEndpoint> endpoints = new ConcurrentHashMap<>();

    public SqlGatewayWorkload(Services services) {
        this.services = services;
    }

    @Override
    public boolean runs(Container container) {
        return String.join(" ", container.commandLine()).matches(".*\\bsql-gateway(\\.sh)?\\b.*");
    }

    @Override
    public Duration readyAfter(Container container) {
        return Duration.ofSeconds(8);
    }

    @Override
    public int run(Process process) throws InterruptedException {
        process.log("Starting sql-gateway as a console application on host "
                + process.container().podName() + ".");
        process.sleep(Duration.ofSeconds(3));
        process.log("INFO  org.apache.flink.table.gateway.rest.SqlGatewayRestEndpoint [] - Rest endpoint listening at "
                + process.container().podIp() + ":" + port(process.container()));
        try {
            process.runForEver();
        } finally {
            endpoints.remove(process.container().podUid());
        }
        return 0;
    }

    private static int port(Container container) {
        return FlinkConfig.of(container).number("sql-gateway.endpoint.rest.port", PORT);
    }

    @Override
    public Optional<SimEndpoint> endpoint(Container container, int port) {
        return port == port(container)
                ? Optional.of(
                        endpoints.computeIfAbsent(container.podUid(), uid -> new GatewayEndpoint(services, container)))
                : Optional.empty();
    }

    @Override
    public Map<String, String> files(Container container) {
        return FlinkImage.files(container);
    }

    @Override
    public Usage usage(Container container) {
        return new Usage(60, 700);
    }
}
