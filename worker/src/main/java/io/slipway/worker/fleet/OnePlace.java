package io.slipway.worker.fleet;

import io.slipway.model.fleet.FleetTarget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Targets of a fleet that are one place. What a pipeline has brought to a place is known by the pipeline and the place, so
 * of two such targets each would prune what the other has brought.
 */
final class OnePlace {
    private OnePlace() {}

    /**
     * The first two that are one place, as a problem of the fleet; empty when there are none.
     *
     * @param places where targets lead, in words; one that is not in it leads where its name says
     */
    static Optional<String> problem(Map<String, String> places, List<FleetTarget> targets) {
        Map<String, String> taken = new HashMap<>();
        for (FleetTarget target : targets) {
            String place = places.getOrDefault(target.target(), "target '" + target.target() + "'");
            String other = taken.putIfAbsent(place, target.name());
            if (other != null) {
                return Optional.of("targets '" + other + "' and '" + target.name() + "' are both " + place
                        + ", and each would delete what the other has deployed: remove one of them, or give their"
                        + " contexts different namespaces");
            }
        }
        return Optional.empty();
    }
}
