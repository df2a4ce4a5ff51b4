package io.slipway.crash;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** {@code slipway sandbox} with its Temporal server, in a process of its own that outlives workers. */
final class Served implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ADDRESS = "temporal    ";
    private static final String READY = "worker ready:";

    private final Path folder;
    private final Child sandbox;
    private final String address;

    private Served(Path folder, Child sandbox, String address) {
        this.folder = folder;
        this.sandbox = sandbox;
        this.address = address;
    }

    /** Starts it in that folder, on ports that are free. */
    static Served start(Path folder) throws IOException {
        Child sandbox = Child.start(folder, "sandbox", "--temporal-port", "0");
        String address = await().atMost(PATIENCE)
                .until(() -> address(sandbox), Optional::isPresent)
                .orElseThrow();
        return new Served(folder, sandbox, address);
    }

    private static Optional<String> address(Child sandbox) throws IOException {
        if (!sandbox.alive()) {
            throw new AssertionError("the sandbox has ended: " + sandbox.printed());
        }
        return sandbox.printed()
                .lines()
                .filter(line -> line.startsWith(ADDRESS) && line.contains(","))
                .map(line -> line.substring(ADDRESS.length(), line.indexOf(',')))
                .findFirst();
    }

    /** The Temporal server, as host and port. */
    String address() {
        return address;
    }

    /** A worker that polls it; ready when this returns, so that not all processes start at the same time. */
    Child worker() throws IOException {
        Child worker = slipway("worker", "--kubeconfig", ".slipway/sandbox/kubeconfig", "--pipelines", ".");
        await().atMost(PATIENCE).until(() -> !worker.alive() || worker.printed().contains(READY));
        return worker;
    }

    /** Starts the pipeline of the workshop and follows it. */
    Child run() throws IOException {
        return slipway("run", Workshop.PIPELINE, "--yes");
    }

    /** Any command, told by the environment where the server is. */
    Child slipway(String... command) throws IOException {
        return Child.start(folder, Map.of("TEMPORAL_ADDRESS", address), command);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
