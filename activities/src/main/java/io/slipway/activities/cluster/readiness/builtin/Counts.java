package io.slipway.activities.cluster.readiness.builtin;

import io.slipway.activities.cluster.readiness.rule.Readiness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Replica counts that must be reached, checked in the order they are asked for. */
final class Counts {

    private final List<String> missing = new ArrayList<>();

    /** {@code seen} must be at least {@code wanted}. */
    Counts atLeast(String what, long seen, long wanted) {
        if (seen < wanted) {
            missing.add(seen + " of " + wanted + " " + what);
        }
        return this;
    }

    /** {@code seen} must be at most {@code wanted}: what is above is old and still to go. */
    Counts atMost(String what, long seen, long wanted) {
        if (seen > wanted) {
            missing.add((seen - wanted) + " " + what);
        }
        return this;
    }

    /** The first that is not reached. */
    Optional<Readiness> waiting() {
        return missing.isEmpty() ? Optional.empty() : Optional.of(new Readiness.Progressing(missing.getFirst()));
    }
}
