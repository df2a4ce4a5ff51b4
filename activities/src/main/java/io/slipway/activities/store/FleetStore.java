package io.slipway.activities.store;

import io.slipway.model.fleet.FleetEvent;
import io.slipway.model.fleet.FleetJournal;
import java.util.List;

/** The journals of fleets. A fleet can be shown and taken up again from its journal alone. */
public final class FleetStore {
    private final EventLogs<FleetEvent> logs;

    /** The journals that those logs are. */
    public FleetStore(EventLogs<FleetEvent> logs) {
        this.logs = logs;
    }

    /**
     * Appends events, in order. They survive the death of this process.
     *
     * @throws java.io.UncheckedIOException when the store cannot be written
     */
    public void append(String id, List<FleetEvent> events) {
        logs.append(id, events);
    }

    /** The state that a run's events add up to. */
    public FleetJournal journal(String id) {
        return FleetJournal.of(id, logs.events(id));
    }

    /** The ids of all runs, the one with the latest event first. */
    public List<String> ids() {
        return logs.ids();
    }

    /** The journal as it is written, a line an event; empty for a run that is not known. */
    public String text(String id) {
        return logs.text(id);
    }
}
