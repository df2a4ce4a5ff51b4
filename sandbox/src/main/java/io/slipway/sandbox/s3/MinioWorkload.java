package io.slipway.sandbox.s3;

import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.net.SimEndpoint;
import io.slipway.sandbox.net.SimResponse;
import io.slipway.sandbox.shell.Command;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Process;
import io.slipway.sandbox.workloads.Services;
import io.slipway.sandbox.workloads.Workload;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The MinIO image. */
public final class MinioWorkload implements Workload {
    private static final int API = 9000;
    private static final int CONSOLE = 9001;

    private final Services services;

    public MinioWorkload(Services services) {
        this.services = services;
    }

    @Override
    public boolean runs(Container container) {
        return container.image().matches(".*(^|/)minio(/minio)?([:@].*)?$");
    }

    @Override
    public Duration readyAfter(Container container) {
        return Duration.ofSeconds(3);
    }

    @Override
    public int run(Process process) throws InterruptedException {
        process.log("MinIO Object Storage Server (simulated)");
        process.log("API: http://" + process.container().podIp() + ":" + API + "  http://127.0.0.1:" + API);
        process.log("WebUI: http://" + process.container().podIp() + ":" + CONSOLE);
        process.runForEver();
        return 0;
    }

    @Override
    public Optional<SimEndpoint> endpoint(Container container, int port) {
        return switch (port) {
            case API -> Optional.of(new S3Endpoint(services, container));
            case CONSOLE -> Optional.of(request -> SimResponse.html("<html><title>MinIO Console</title></html>"));
            default -> Optional.empty();
        };
    }

    @Override
    public Map<String, Command> commands(Container container) {
        Mc mc = new Mc(services, container);
        return Map.of("mc", mc::run);
    }

    @Override
    public Optional<FaultKind> cutOffBy() {
        return Optional.of(FaultKind.S3_UNREACHABLE);
    }

    @Override
    public Usage usage(Container container) {
        return new Usage(40, 210);
    }
}
