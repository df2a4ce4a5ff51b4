package io.slipway.cli.engine;

import io.slipway.cli.home.Home;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.RolloutStatus;
import java.io.IOException;
import java.util.Optional;

/** A rollout that its journal calls running, since its process was killed or interrupted and could not say otherwise. */
public final class LeftRunning {
    private LeftRunning() {}

    /** What to say of it; empty while a process of this home is at work, which may be its own. */
    public static Optional<String> line(Home home, Journal journal) throws IOException {
        return journal.status() == RolloutStatus.RUNNING && !new HomeServers(home).atWork()
                ? Optional.of("No process of " + home.place() + " carries it out. Unless a worker of a Temporal server"
                        + " does, go on with: slipway resume " + journal.rollout())
                : Optional.empty();
    }
}
