package io.slipway.model.fleet;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.slipway.model.journal.RolloutStatus;
import java.time.Instant;
import java.util.List;

/** One event of a fleet, a line of its journal. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FleetEvent.Started.class, name = "started"),
    @JsonSubTypes.Type(value = FleetEvent.TargetMoved.class, name = "targetMoved"),
    @JsonSubTypes.Type(value = FleetEvent.GatePassed.class, name = "gatePassed"),
    @JsonSubTypes.Type(value = FleetEvent.Decided.class, name = "decided"),
    @JsonSubTypes.Type(value = FleetEvent.Moved.class, name = "moved")
})
public sealed interface FleetEvent {
    /** The decision that no further target begins. */
    String PAUSE = "pause";

    /** When it happened. */
    Instant at();

    /**
     * A run of the fleet started; one that goes on has several.
     *
     * @param fleet name of the fleet
     * @param plan hash of its plan
     * @param simulated whether the targets are sandboxes
     * @param by who started it, as claimed
     */
    record Started(String fleet, String plan, boolean simulated, String by, Instant at) implements FleetEvent {}

    /** A target began, ended, or was skipped. */
    record TargetMoved(String target, TargetStatus status, String rollout, String cause, String fix, Instant at)
            implements FleetEvent {}

    /** A wave passed its gate. */
    record GatePassed(int wave, Instant at) implements FleetEvent {}

    /**
     * A person decided.
     *
     * @param what pause, continue or abort
     * @param by who, as claimed
     * @param note why, or empty
     * @param skip targets that are gone on without
     */
    record Decided(String what, String by, String note, List<String> skip, Instant at) implements FleetEvent {
        public Decided {
            skip = List.copyOf(skip);
        }
    }

    /** The fleet paused, went on, or ended. */
    record Moved(RolloutStatus status, String message, Instant at) implements FleetEvent {}
}
