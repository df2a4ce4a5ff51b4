package io.slipway.cli.engine;

import io.slipway.activities.rollout.Planning;
import io.slipway.activities.store.Stores;
import io.slipway.cli.home.Home;
import io.slipway.cli.logging.LogMask;
import io.slipway.cli.temporal.TemporalServer;
import io.slipway.cli.temporal.TemporalSettings;
import io.slipway.worker.engine.Engine;
import io.slipway.worker.fleet.FleetPlanning;
import io.slipway.worker.metrics.Metrics;
import io.slipway.worker.settings.EngineSettings;
import io.slipway.worker.settings.WorkSettings;
import java.io.IOException;
import java.util.Optional;

/**
 * An engine with what it holds open: the Temporal server, and the cluster when it carries rollouts out itself. The
 * three forms are all in one process, a client of a server, and a worker of a server.
 */
public final class EngineSession implements AutoCloseable {
    private final TemporalServer server;
    private final Optional<WorkerTargets> targets;
    private final Optional<ProcessMark> mark;
    private final Optional<Metrics> metrics;
    private final Engine engine;

    private EngineSession(
            TemporalServer server,
            Optional<WorkerTargets> targets,
            Optional<ProcessMark> mark,
            Optional<Metrics> metrics,
            EngineSettings settings) {
        this.server = server;
        this.targets = targets;
        this.mark = mark;
        this.metrics = metrics;
        this.engine = started(settings);
        engine.masker().ifPresent(masker -> LogMask.add(masker::mask));
    }

    /** What is held open is let go when there is no engine to close it with. */
    private Engine started(EngineSettings settings) {
        try {
            return Engine.start(settings);
        } catch (RuntimeException e) {
            try {
                letGo(server::close);
            } catch (IOException inTheEnd) {
                e.addSuppressed(inTheEnd);
            }
            throw e;
        }
    }

    /** Server and worker in this process; what must not be lost is in the home folder. The cluster is closed with it. */
    public static EngineSession embedded(Home home, ChosenCluster cluster, Planning planning) throws IOException {
        return embedded(home, TemporalServer.embedded(), cluster, planning);
    }

    /** The same with a server of this process that runs already; it is closed with it. */
    public static EngineSession embedded(Home home, TemporalServer server, ChosenCluster cluster, Planning planning)
            throws IOException {
        ProcessMark mark = new HomeServers(home).take();
        WorkerTargets targets = new WorkerTargets(cluster, Optional.empty());
        EngineSettings engine =
                server.settings(home).working(work(server, targets, planning).marked(mark));
        return new EngineSession(server, Optional.of(targets), Optional.of(mark), Optional.empty(), engine);
    }

    /**
     * A worker of a server elsewhere. The cluster is closed with it.
     *
     * @throws io.slipway.cli.error.CliException when the server does not answer
     */
    public static EngineSession worker(Home home, TemporalSettings settings, ChosenCluster cluster, Planning planning) {
        return worker(
                home,
                settings,
                new WorkerTargets(cluster, Optional.empty()),
                planning,
                FleetPlanning.NONE,
                Optional.empty());
    }

    /** The same with more targets, for fleets too, and counted by metrics; all are closed with it. */
    public static EngineSession worker(
            Home home,
            TemporalSettings settings,
            WorkerTargets targets,
            Planning planning,
            FleetPlanning fleets,
            Optional<Metrics> metrics) {
        TemporalServer server = TemporalServer.connect(settings, metrics.map(Metrics::scope));
        EngineSettings usual =
                server.settings(home).working(work(server, targets, planning).withFleets(fleets));
        Stores stores = RolloutLog.of(new ServerNotes(home, settings).noting(usual.stores()));
        EngineSettings engine =
                usual.storing(metrics.map(all -> all.measuring(stores)).orElse(stores));
        return new EngineSession(server, Optional.of(targets), Optional.empty(), metrics, engine);
    }

    /**
     * Starts and follows rollouts that the workers of a server elsewhere carry out.
     *
     * @throws io.slipway.cli.error.CliException when the server does not answer
     */
    public static EngineSession client(Home home, TemporalSettings settings) {
        TemporalServer server = TemporalServer.connect(settings);
        return new EngineSession(server, Optional.empty(), Optional.empty(), Optional.empty(), server.settings(home));
    }

    private static WorkSettings work(TemporalServer server, WorkerTargets targets, Planning planning) {
        return WorkSettings.of(targets, planning).sticky(server.givesUpLostWorkers());
    }

    /** The engine. */
    public Engine engine() {
        return engine;
    }

    /** The name of the target of new rollouts; empty for the one that the server's workers have. */
    public String targetName() {
        return targets.map(all -> all.usual().target().name()).orElse("");
    }

    /** The settings of a server elsewhere, on which rollouts go on when this process ends. */
    public Optional<TemporalSettings> elsewhere() {
        return server.elsewhere();
    }

    /** Whether the server answers and the worker of this process polls it. */
    public boolean ready() {
        return engine.polls() && server.answers();
    }

    /** Does not wait until the worker no longer polls: when the process ends there is nothing to be gained by it. */
    @Override
    public void close() throws IOException {
        engine.stop();
        letGo(() -> Thread.ofPlatform().daemon().name("slipway-close").start(() -> {
            engine.close();
            server.close();
        }));
    }

    private void letGo(Runnable closeServer) throws IOException {
        closeServer.run();
        metrics.ifPresent(Metrics::close);
        if (mark.isPresent()) {
            mark.get().close();
        }
        if (targets.isPresent()) {
            targets.get().close();
        }
    }
}
