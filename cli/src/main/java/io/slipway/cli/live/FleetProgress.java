package io.slipway.cli.live;

import io.slipway.reports.fleet.FleetReport;
import java.util.Optional;

/** Shows how a fleet gets on. */
public interface FleetProgress extends AutoCloseable {
    /** Shows a moment. */
    void show(FleetReport report);

    /** The key that was typed since, if this is a terminal that has keys. */
    default Optional<Key> key() {
        return Optional.empty();
    }

    /** Leaves the terminal as it was. */
    @Override
    void close();

    /** What a key asks for. */
    enum Key {
        PAUSE,
        CONTINUE,
        ABORT,
        DETACH
    }
}
