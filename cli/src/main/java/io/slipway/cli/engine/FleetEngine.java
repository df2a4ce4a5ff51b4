package io.slipway.cli.engine;

import io.slipway.activities.rollout.FolderPlanning;
import io.slipway.cli.home.Home;
import io.slipway.cli.logging.LogMask;
import io.slipway.cli.temporal.TemporalServer;
import io.slipway.cli.temporal.TemporalSettings;
import io.slipway.model.check.PipelineFolder;
import io.slipway.worker.engine.Engine;
import io.slipway.worker.fleet.Fleets;
import io.slipway.worker.fleet.FolderFleetPlanning;
import io.slipway.worker.settings.EngineSettings;
import io.slipway.worker.settings.WorkSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An engine for a fleet: in this process with all its targets, or a client of a server. */
public final class FleetEngine implements AutoCloseable {
    private final TemporalServer server;
    private final Optional<FleetCluster> targets;
    private final Optional<ProcessMark> mark;
    private final Engine engine;

    private FleetEngine(
            TemporalServer server,
            Optional<FleetCluster> targets,
            Optional<ProcessMark> mark,
            EngineSettings settings) {
        this.server = server;
        this.targets = targets;
        this.mark = mark;
        this.engine = Engine.start(settings);
        engine.masker().ifPresent(masker -> LogMask.add(masker::mask));
    }

    /**
     * Server and worker in this process. The targets are closed with it.
     *
     * @param fleet the fleet's folder, when a new one is to start
     * @param pipeline its pipeline's folder, likewise
     */
    public static FleetEngine embedded(
            Home home, FleetCluster targets, Optional<PipelineFolder> fleet, Optional<PipelineFolder> pipeline)
            throws IOException {
        ProcessMark mark = new HomeServers(home).take();
        TemporalServer server = TemporalServer.embedded();
        List<Path> roots =
                pipeline.map(folder -> folder.root().getParent()).stream().toList();
        WorkSettings work = WorkSettings.of(targets, new FolderPlanning(roots, pipeline))
                .sticky(server.givesUpLostWorkers())
                .withFleets(new FolderFleetPlanning(List.of(), fleet))
                .marked(mark);
        return new FleetEngine(
                server,
                Optional.of(targets),
                Optional.of(mark),
                server.settings(home).working(work));
    }

    /**
     * Starts and follows fleets that the workers of a server elsewhere carry out.
     *
     * @throws io.slipway.cli.error.CliException when the server does not answer
     */
    public static FleetEngine client(Home home, TemporalSettings settings) {
        TemporalServer server = TemporalServer.connect(settings);
        return new FleetEngine(server, Optional.empty(), Optional.empty(), server.settings(home));
    }

    Engine engine() {
        return engine;
    }

    /** The fleets. */
    public Fleets fleets() {
        return engine.fleets();
    }

    /** The settings of a server elsewhere, on which fleets go on when this process ends. */
    public Optional<TemporalSettings> elsewhere() {
        return server.elsewhere();
    }

    private static void close(ProcessMark mark) {
        try {
            mark.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        engine.close();
        server.close();
        mark.ifPresent(FleetEngine::close);
        targets.ifPresent(FleetCluster::close);
    }
}
