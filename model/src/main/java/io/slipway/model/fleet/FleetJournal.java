package io.slipway.model.fleet;

import io.slipway.model.journal.RolloutStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What happened in a fleet, over all its runs: the sum of its events, which {@link #apply} adds. */
public final class FleetJournal {
    private final String id;
    private final Map<String, TargetRecord> targets = new LinkedHashMap<>();
    private final Set<Integer> gates = new TreeSet<>();
    private final List<FleetEvent.Decided> decisions = new ArrayList<>();
    private Optional<FleetEvent.Decided> pausing = Optional.empty();
    private Optional<FleetEvent.Started> last = Optional.empty();
    private Optional<Instant> started = Optional.empty();
    private Optional<Instant> finished = Optional.empty();
    private RolloutStatus status = RolloutStatus.RUNNING;
    private String message = "";
    private int runs;

    /** A journal in which nothing has happened. */
    public FleetJournal(String id) {
        this.id = id;
    }

    /** The state that the events add up to. */
    public static FleetJournal of(String id, Collection<FleetEvent> events) {
        FleetJournal journal = new FleetJournal(id);
        events.forEach(journal::apply);
        return journal;
    }

    /** Adds an event. */
    public void apply(FleetEvent event) {
        switch (event) {
            case FleetEvent.Started e -> {
                last = Optional.of(e);
                runs++;
                started = started.or(() -> Optional.of(e.at()));
                moved(RolloutStatus.RUNNING, "", e.at());
            }
            case FleetEvent.TargetMoved e ->
                targets.put(e.target(), target(e.target()).moved(e));
            case FleetEvent.GatePassed e -> gates.add(e.wave());
            case FleetEvent.Decided e -> {
                decisions.add(e);
                pausing = e.what().equals(FleetEvent.PAUSE) ? Optional.of(e) : pausing;
            }
            case FleetEvent.Moved e -> moved(e.status(), e.message(), e.at());
        }
    }

    /** Takes over what an earlier run left of a target. */
    public void adopt(TargetRecord record) {
        targets.put(record.target(), record);
    }

    private void moved(RolloutStatus to, String why, Instant at) {
        status = to;
        pausing = Optional.empty();
        message = why;
        finished = to.closed() ? Optional.of(at) : Optional.empty();
    }

    /** Id of the fleet's run, which is its workflow id. */
    public String id() {
        return id;
    }

    /** The record of a target; pending when nothing was heard of it. */
    public TargetRecord target(String name) {
        return targets.getOrDefault(name, TargetRecord.pending(name));
    }

    /** The records of those that something was heard of, in that order. */
    public List<TargetRecord> targets() {
        return List.copyOf(targets.values());
    }

    /** Whether a wave has passed its gate. */
    public boolean passed(int wave) {
        return gates.contains(wave);
    }

    /** What people decided, in order. */
    public List<FleetEvent.Decided> decisions() {
        return List.copyOf(decisions);
    }

    /** Who asked for a pause that has not come yet, while targets are under way. */
    public Optional<FleetEvent.Decided> pausing() {
        return pausing;
    }

    /** How the last run started; empty for one that never did. */
    public Optional<FleetEvent.Started> last() {
        return last;
    }

    /** How many runs have started. */
    public int runs() {
        return runs;
    }

    /** When the first run started. */
    public Optional<Instant> started() {
        return started;
    }

    /** When the last one ended. */
    public Optional<Instant> finished() {
        return finished;
    }

    /** Where it is. */
    public RolloutStatus status() {
        return status;
    }

    /** Why it is there, or empty. */
    public String message() {
        return message;
    }
}
