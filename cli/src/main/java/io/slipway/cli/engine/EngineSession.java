package io.slipway.cli.engine;

import io.slipway.activities.rollout.Planning;
import io.slipway.cli.home.Home;
import io.slipway.cli.logging.LogMask;
import io.slipway.cli.temporal.TemporalServer;
import io.slipway.cli.temporal.TemporalSettings;
import io.slipway.worker.engine.Engine;
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
    private final Optional<ChosenCluster> cluster;
    private final Optional<ProcessMark> mark;
    private final Engine engine;

    private EngineSession(
            TemporalServer server,
            Optional<ChosenCluster> cluster,
            Optional<ProcessMark> mark,
            EngineSettings settings) {
        this.server = server;
        this.cluster = cluster;
        this.mark = mark;
        this.engine = Engine.start(settings);
        engine.masker().ifPresent(masker -> LogMask.add(masker::mask));
    }

    /** Server and worker in this process; what must not be lost is in the home folder. The cluster is closed with it. */
    public static EngineSession embedded(Home home, ChosenCluster cluster, Planning planning) throws IOException {
        ProcessMark mark = new HomeServers(home).take();
        return working(TemporalServer.embedded(), home, cluster, Optional.of(mark), planning);
    }

    /**
     * A worker of a server elsewhere. The cluster is closed with it.
     *
     * @throws io.slipway.cli.error.CliException when the server does not answer
     */
    public static EngineSession worker(Home home, TemporalSettings settings, ChosenCluster cluster, Planning planning) {
        return working(TemporalServer.connect(settings), home, cluster, Optional.empty(), planning);
    }

    /**
     * Starts and follows rollouts that the workers of a server elsewhere carry out.
     *
     * @throws io.slipway.cli.error.CliException when the server does not answer
     */
    public static EngineSession client(Home home, TemporalSettings settings) {
        TemporalServer server = TemporalServer.connect(settings);
        return new EngineSession(server, Optional.empty(), Optional.empty(), server.settings(home));
    }

    private static EngineSession working(
            TemporalServer server, Home home, ChosenCluster cluster, Optional<ProcessMark> mark, Planning planning) {
        WorkSettings usual =
                WorkSettings.of(new NamedTargets(cluster.target()), planning).sticky(server.givesUpLostWorkers());
        WorkSettings work = mark.map(usual::marked).orElse(usual);
        return new EngineSession(
                server, Optional.of(cluster), mark, server.settings(home).working(work));
    }

    /** The engine. */
    public Engine engine() {
        return engine;
    }

    /** The name of the target of new rollouts; empty for the one that the server's workers have. */
    public String targetName() {
        return cluster.map(chosen -> chosen.target().name()).orElse("");
    }

    /** The settings of a server elsewhere, on which rollouts go on when this process ends. */
    public Optional<TemporalSettings> elsewhere() {
        return server.elsewhere();
    }

    /** Whether the server answers and the worker of this process polls it. */
    public boolean ready() {
        return engine.polls() && server.answers();
    }

    @Override
    public void close() throws IOException {
        engine.close();
        server.close();
        if (mark.isPresent()) {
            mark.get().close();
        }
        if (cluster.isPresent()) {
            cluster.get().close();
        }
    }
}
