package io.slipway.cli.engine;

import io.slipway.activities.cluster.targets.TargetConnector;
import io.slipway.activities.step.Target;
import io.slipway.activities.step.Targets;
import io.slipway.cli.error.CliException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The targets of a fleet: kube contexts, or a sandbox for each, with its own store and API server. Each is opened when
 * it is first needed and closed when its turn is over.
 */
public final class FleetCluster implements Targets, AutoCloseable {
    private final List<String> names;
    private final Map<String, String> places;
    private final Opener opener;
    private final Map<String, Opened> opened = new ConcurrentHashMap<>();

    private FleetCluster(List<String> names, Map<String, String> places, Opener opener) {
        this.names = List.copyOf(names);
        this.places = Map.copyOf(places);
        this.opener = opener;
    }

    /** How a target is opened. */
    private interface Opener {
        Cell open(String name) throws IOException;
    }

    /** A target with what it holds open. */
    private record Cell(Target target, Optional<SandboxCluster> sandbox) {
        void close() throws IOException {
            target.client().close();
            if (sandbox.isPresent()) {
                sandbox.get().close();
            }
        }
    }

    /** A target that is opened at most once at a time. */
    private final class Opened {
        private final String name;
        private Cell cell;

        Opened(String name) {
            this.name = name;
        }

        synchronized Target target() {
            try {
                cell = cell == null ? opener.open(name) : cell;
                return cell.target();
            } catch (IOException e) {
                throw new UncheckedIOException("target '" + name + "' cannot be opened: " + e.getMessage(), e);
            }
        }

        synchronized void close(Consumer<Target> last) {
            if (cell == null) {
                return;
            }
            last.accept(cell.target());
            try {
                cell.close();
            } catch (IOException e) {
                throw new UncheckedIOException("target '" + name + "' cannot be closed: " + e.getMessage(), e);
            } finally {
                cell = null;
            }
        }
    }

    /**
     * Kube contexts.
     *
     * @param kubeconfig the file; empty for the usual places
     */
    public static FleetCluster contexts(Optional<Path> kubeconfig, List<String> names) {
        return new FleetCluster(
                names,
                TargetConnector.places(kubeconfig),
                name -> new Cell(named(name, reached(kubeconfig, name)), Optional.empty()));
    }

    /** A cluster that does not answer fails its own rollout, not the fleet. */
    private static Target reached(Optional<Path> kubeconfig, String name) throws IOException {
        try {
            return ReachedCluster.of(kubeconfig, name);
        } catch (CliException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Sandboxes, each kept in a folder of its own below this one. */
    public static FleetCluster sandboxes(Path folder, List<String> names) {
        return new FleetCluster(names, Map.of(), name -> {
            SandboxCluster sandbox = SandboxCluster.bare(folder.resolve(name));
            return new Cell(named(name, sandbox.target()), Optional.of(sandbox));
        });
    }

    /** A sandbox has a name of its own; among others it is told by that of its context. */
    private static Target named(String name, Target target) {
        return new Target(
                name,
                target.namespace(),
                target.client(),
                target.pace(),
                target.simulated(),
                target.inside(),
                target.ingress());
    }

    @Override
    public Target get(String name) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException("there is no target '" + name + "' in this fleet");
        }
        return opened.computeIfAbsent(name, Opened::new).target();
    }

    @Override
    public List<String> names() {
        return names.stream().sorted().toList();
    }

    @Override
    public Map<String, String> places() {
        return places;
    }

    @Override
    public void release(String name, Consumer<Target> last) {
        Optional.ofNullable(opened.get(name)).ifPresent(target -> target.close(last));
    }

    @Override
    public void close() {
        opened.values().forEach(target -> target.close(last -> {}));
    }
}
