package io.slipway.model.check;

import io.slipway.model.fleet.Fleet;
import io.slipway.model.fleet.FleetTarget;
import io.slipway.model.yaml.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the checker found in a fleet.
 *
 * @param name its name as written, or its folder's
 * @param fleet the fleet; empty when it cannot be read
 * @param pipeline what the checker found in its pipeline; empty when there is none
 * @param targets the chosen targets, in order
 * @param places where each target stands, by name; those of {@code contexts} stand where their list does
 * @param problems every mistake, sorted by place
 */
public record CheckedFleet(
        String name,
        Optional<Fleet> fleet,
        Optional<Checked> pipeline,
        List<FleetTarget> targets,
        Map<String, Place> places,
        List<Problem> problems) {
    public CheckedFleet {
        targets = List.copyOf(targets);
        places = Map.copyOf(places);
        problems = List.copyOf(problems);
    }

    /** Whether it can run: warnings do not count. */
    public boolean ok() {
        return fleet.isPresent()
                && pipeline.isPresent()
                && problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
