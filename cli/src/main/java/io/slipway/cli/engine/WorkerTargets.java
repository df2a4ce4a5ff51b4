package io.slipway.cli.engine;

import io.slipway.activities.step.Target;
import io.slipway.activities.step.Targets;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The targets of a worker: the one it was started with, for rollouts that name none, and kube contexts that are opened
 * when a rollout names them for the first time, and stay open.
 */
public final class WorkerTargets implements Targets, AutoCloseable {
    private final ChosenCluster usual;
    private final Optional<FleetCluster> contexts;

    /**
     * The targets.
     *
     * @param usual the target of rollouts that name none; closed with these
     * @param contexts the others
     */
    public WorkerTargets(ChosenCluster usual, Optional<FleetCluster> contexts) {
        this.usual = usual;
        this.contexts = contexts;
    }

    /** The target of rollouts that name none. */
    public ChosenCluster usual() {
        return usual;
    }

    @Override
    public Target get(String name) {
        if (name.isEmpty() || name.equals(usual.target().name())) {
            return new NamedTargets(usual.target()).get(name);
        }
        return contexts.filter(others -> others.names().contains(name))
                .map(others -> others.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no target '" + name + "' here; available: " + String.join(", ", names())));
    }

    @Override
    public List<String> names() {
        TreeSet<String> all = new TreeSet<>();
        all.add(usual.target().name());
        contexts.ifPresent(others -> all.addAll(others.names()));
        return List.copyOf(all);
    }

    @Override
    public Map<String, String> places() {
        return contexts.map(FleetCluster::places).orElse(Map.of());
    }

    @Override
    public void close() throws IOException {
        contexts.ifPresent(FleetCluster::close);
        usual.close();
    }
}
