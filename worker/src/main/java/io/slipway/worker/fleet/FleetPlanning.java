package io.slipway.worker.fleet;

import io.slipway.model.plan.FleetPlanner;
import java.util.List;
import java.util.Optional;

/** Finds a fleet by its name, checks it and makes its plan. */
@FunctionalInterface
public interface FleetPlanning {
    /** Knows no fleet. */
    FleetPlanning NONE = name -> Optional.empty();

    /** The plan of that fleet, or its problems; empty when there is none of that name. */
    Optional<FleetPlanner.Planned> plan(String fleet);

    /** The names that it knows, for messages. */
    default List<String> names() {
        return List.of();
    }
}
