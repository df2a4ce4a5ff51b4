package io.slipway.bench.bed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** {@code slipway worker} in a process of its own, as in production: what it takes is the process's, not the bench's. */
public final class WorkerProcess implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final long LOOK_MILLIS = 10;

    private final Process process;
    private final Path said;

    private WorkerProcess(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /** Starts one for the pipelines and the task queue of a client, and returns before it is ready. */
    public static WorkerProcess begin(Lab lab, RolloutClient client) throws IOException {
        Path said = Files.createTempFile(lab.work(), "worker-", ".log");
        Program slipway = new Program(
                lab.slipway(),
                Map.of("SLIPWAY_NO_BUILD", "1", "SLIPWAY_HOME", client.state().toString()),
                lab.work());
        Process process = slipway.begin(
                said,
                "worker",
                "--temporal-address",
                client.address(),
                "--task-queue",
                client.taskQueue(),
                "--kubeconfig",
                lab.bed().kubeconfig().toString(),
                "--target",
                Lab.TARGET,
                "--pipelines",
                client.pipelines().toString());
        return new WorkerProcess(process, said);
    }

    /** Starts one and waits until it polls. */
    public static WorkerProcess start(Lab lab, RolloutClient client) throws IOException, InterruptedException {
        WorkerProcess worker = begin(lab, client);
        worker.awaitReady();
        return worker;
    }

    private void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!Files.readString(said).contains("worker ready:")) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("the worker is not ready; it says: " + Files.readString(said));
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /** The process: the launcher has become the JVM. */
    public long pid() {
        return process.pid();
    }

    /** {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
