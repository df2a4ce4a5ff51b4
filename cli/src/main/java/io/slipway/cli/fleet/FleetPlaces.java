package io.slipway.cli.fleet;

import io.slipway.activities.cluster.targets.TargetConnector;
import io.slipway.cli.error.CliException;
import io.slipway.model.fleet.FleetTarget;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the targets of a fleet are. What a pipeline has brought to a place is known by the pipeline and the place, so of
 * two targets that are one place each would prune what the other has brought.
 */
final class FleetPlaces {
    private FleetPlaces() {}

    /**
     * Looks at their contexts; one that the kubeconfig does not have fails its own rollout later.
     *
     * @param kubeconfig the file; empty for the usual places
     * @throws CliException when two are one place
     */
    static void apart(Optional<Path> kubeconfig, List<FleetTarget> targets) {
        Map<String, String> places = TargetConnector.places(kubeconfig);
        Map<String, String> taken = new HashMap<>();
        for (FleetTarget target : targets) {
            String place = places.getOrDefault(target.target(), "context '" + target.target() + "'");
            String other = taken.putIfAbsent(place, target.name());
            if (other != null) {
                throw CliException.invalid(
                        "targets '" + other + "' and '" + target.name() + "' are both "
                                + place
                                + ", and each would delete what the other has brought",
                        "Leave one of them out, or give their contexts a namespace each.");
            }
        }
    }
}
