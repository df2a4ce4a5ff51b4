package io.slipway.sandbox.workloads;

import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.net.SimEndpoint;
import io.slipway.sandbox.shell.Command;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The behaviour of a container. */
public interface Workload {
    /** True when this behaviour belongs to the container; the first that says so is taken. */
    boolean runs(Container container);

    /** Simulated time from the start of the process until its readiness probe passes. */
    default Duration readyAfter(Container container) {
        return Duration.ofSeconds(1);
    }

    /**
     * Runs the process: returns its exit code, or goes on until it is interrupted.
     *
     * @throws InterruptedException when the container is stopped
     */
    int run(Process process) throws InterruptedException;

    /** Who answers on a port while the container runs; empty when nobody listens. */
    default Optional<SimEndpoint> endpoint(Container container, int port) {
        return Optional.empty();
    }

    /** Programs of the image beside the usual ones. */
    default Map<String, Command> commands(Container container) {
        return Map.of();
    }

    /** Files of the image, by path. */
    default Map<String, String> files(Container container) {
        return Map.of();
    }

    /** The fault that cuts this server off from the network, if there is one of its own. */
    default Optional<FaultKind> cutOffBy() {
        return Optional.empty();
    }

    /** CPU in milli-cores and memory in MiB that it uses when nothing special happens. */
    default Usage usage(Container container) {
        return new Usage(5, 32);
    }

    /** What a container uses. */
    record Usage(long milliCpu, long memoryMi) {}
}
