package io.slipway.bench.temporal;

import io.slipway.bench.bed.Lab;
import io.slipway.bench.bed.Program;
import io.slipway.bench.bed.TestBed;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Temporal's development server with its data in memory, tuned as the test bed tunes its own. */
final class MemoryServer implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(1);

    private final Process process;
    private final WorkflowServiceStubs service;

    private MemoryServer(Process process, WorkflowServiceStubs service) {
        this.process = process;
        this.service = service;
    }

    static MemoryServer start(Lab lab) throws IOException {
        int port = freePort();
        Path said = Files.createTempFile(lab.work(), "temporal-", ".log");
        Process process = Program.of(lab, "temporal")
                .begin(
                        said,
                        "server",
                        "start-dev",
                        "--headless",
                        "--ip",
                        "127.0.0.1",
                        "--port",
                        String.valueOf(port),
                        "--log-level",
                        "warn",
                        "--dynamic-config-value",
                        "history.transferProcessorMaxPollRPS=1000",
                        "--dynamic-config-value",
                        "system.enableActivityEagerExecution=true");
        WorkflowServiceStubs service = TestBed.connect("127.0.0.1:" + port);
        service.connect(LONGEST_START);
        return new MemoryServer(process, service);
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    WorkflowServiceStubs service() {
        return service;
    }

    @Override
    public void close() {
        service.shutdownNow();
        process.destroy();
        process.onExit().join();
    }
}
