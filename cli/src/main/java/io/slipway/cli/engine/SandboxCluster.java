package io.slipway.cli.engine;

import io.slipway.activities.cluster.targets.TargetConnector;
import io.slipway.activities.step.Pace;
import io.slipway.activities.step.Target;
import io.slipway.cli.error.CliException;
import io.slipway.sandbox.Sandbox;
import io.slipway.sandbox.SandboxClock;
import io.slipway.sandbox.SandboxOptions;
import io.slipway.sandbox.faults.Fault;
import io.slipway.sandbox.sim.Simulation;
import io.slipway.sandbox.sim.SimulationOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The simulated cluster in this process, as a target. */
public final class SandboxCluster implements AutoCloseable {
    private final Sandbox sandbox;
    private final Simulation simulation;
    private final Optional<ProcessLock> lock;
    private final double pace;

    private SandboxCluster(Sandbox sandbox, Simulation simulation, Optional<ProcessLock> lock, double pace) {
        this.sandbox = sandbox;
        this.simulation = simulation;
        this.lock = lock;
        this.pace = pace;
    }

    /**
     * Starts the simulated cluster.
     *
     * @param folder where it is kept; empty for one in memory
     * @param port of its API on loopback, 0 for any
     * @param namespace where the platform that pipelines expect (MinIO, Nessie) runs
     * @param faults scripts of what goes wrong
     * @throws CliException when a fault cannot be read or another process uses the folder
     */
    public static SandboxCluster start(Optional<Path> folder, int port, String namespace, List<String> faults)
            throws IOException {
        return start(folder, port, namespace, faults, SandboxClock.USUAL_PACE);
    }

    /** A cluster with nodes and nothing else, kept in a folder. */
    static SandboxCluster bare(Path folder) throws IOException {
        Simulation simulation = new Simulation(SimulationOptions.bare());
        Optional<ProcessLock> lock = Optional.of(ProcessLock.take(folder, "the sandbox in " + folder));
        SandboxOptions options =
                SandboxOptions.inMemory().withOnly(List.of(simulation)).keptIn(folder);
        return new SandboxCluster(started(options, lock), simulation, lock, SandboxClock.USUAL_PACE);
    }

    /** A sandbox that does not start leaves its folder to the next one. */
    private static Sandbox started(SandboxOptions options, Optional<ProcessLock> lock) throws IOException {
        try {
            return Sandbox.start(options);
        } catch (IOException | RuntimeException failure) {
            if (lock.isPresent()) {
                lock.get().close();
            }
            throw failure;
        }
    }

    /** The same at another pace: so many simulated seconds pass in a real one. */
    static SandboxCluster start(Optional<Path> folder, int port, String namespace, List<String> faults, double pace)
            throws IOException {
        Simulation simulation = new Simulation(options(namespace, faults));
        Optional<ProcessLock> lock = folder.isPresent()
                ? Optional.of(ProcessLock.take(folder.get(), "the sandbox in " + folder.get()))
                : Optional.empty();
        SandboxOptions options =
                SandboxOptions.inMemory().onPort(port).atPace(pace).withOnly(List.of(simulation));
        Sandbox sandbox = started(folder.map(options::keptIn).orElse(options), lock);
        return new SandboxCluster(sandbox, simulation, lock, pace);
    }

    private static SimulationOptions options(String namespace, List<String> faults) {
        return new SimulationOptions(GivenFaults.read(faults), Optional.of(namespace));
    }

    /** The sandbox as a target. */
    public Target target() {
        return served().as(new Target(
                "sandbox",
                "default",
                TargetConnector.client(sandbox.kubeconfig()),
                Pace.REAL,
                true,
                false,
                Optional.empty()));
    }

    /** A kubeconfig for kubectl, and for workers in other processes, which recognize the sandbox by it. */
    public String kubeconfig() {
        return served().in(sandbox.kubeconfig());
    }

    private ServedSandbox served() {
        var router = simulation.router();
        return new ServedSandbox(
                pace, router.address().getPort(), router.plainAddress().getPort(), router.authority());
    }

    /** The sandbox itself. */
    public Sandbox sandbox() {
        return sandbox;
    }

    /** The faults that have struck nothing so far, as they were written. */
    public List<String> faultsThatStruckNothing() {
        return simulation.faults().unused().stream().map(Fault::script).toList();
    }

    /** What goes wrong in it, to add to while it runs. */
    Simulation simulation() {
        return simulation;
    }

    @Override
    public void close() throws IOException {
        sandbox.close();
        if (lock.isPresent()) {
            lock.get().close();
        }
    }
}
