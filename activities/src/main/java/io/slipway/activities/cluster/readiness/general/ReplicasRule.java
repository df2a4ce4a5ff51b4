package io.slipway.activities.cluster.readiness.general;

import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Compares the counts of a kind that has replicas: ready, available and updated ones against those wanted. */
final class ReplicasRule implements ReadinessRule {

    private static final List<String> WANTED =
            List.of("spec.replicas", "status.desiredReplicas", "status.replicas", "status.size");

    private static final List<String> SEEN = List.of(
            "status.readyReplicas",
            "status.availableReplicas",
            "status.updatedReplicas",
            "status.ready",
            "status.readyNodes");

    @Override
    public Optional<Readiness> judge(KubeObject object) {
        OptionalLong wanted = WANTED.stream()
                .map(object::number)
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        long existing = object.number("status.replicas", wanted.getAsLong());
        if (object.number("spec.replicas").isPresent() && existing > wanted.getAsLong()) {
            return Optional.of(
                    new Readiness.Progressing((existing - wanted.getAsLong()) + " replicas are still to go"));
        }
        boolean counted = false;
        for (String path : SEEN) {
            OptionalLong seen = object.number(path);
            if (seen.isPresent() && seen.getAsLong() < wanted.getAsLong()) {
                return Optional.of(
                        new Readiness.Progressing(path + " is " + seen.getAsLong() + " of " + wanted.getAsLong()));
            }
            counted |= seen.isPresent();
        }
        boolean asked = wanted.getAsLong() > 0 || object.number("spec.replicas").isPresent();
        return counted && asked
                ? Optional.of(
                        new Readiness.Ready(wanted.getAsLong() + " of " + wanted.getAsLong() + " replicas are ready"))
                : Optional.empty();
    }
}
