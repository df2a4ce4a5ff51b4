package io.slipway.activities.cluster.ready;

import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.failure.FailureCause;
import io.slipway.activities.cluster.failure.FailureRules;
import io.slipway.activities.cluster.failure.FailureWatch;
import io.slipway.activities.cluster.failure.OwnedTree;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Sees why an object that is waited for will not become ready, from its own state and from what belongs to it. */
final class Troubles {
    private static final String GIVEN_UP = "controller-gave-up";

    private final Duration grace;
    private final Map<ObjectRef, FailureWatch> trees = new HashMap<>();
    private final Map<ObjectRef, Instant> failedSince = new HashMap<>();

    /** With so much patience, by the wall clock. */
    Troubles(Duration grace) {
        this.grace = grace;
    }

    /** The first trouble that has lasted too long. */
    Optional<FailureCause> look(Assessment assessment, WatchSet watches, Instant now) {
        for (Item item : assessment.unready()) {
            Optional<FailureCause> cause = inTree(item, watches, now).or(() -> ofItself(item, watches, now));
            if (cause.isPresent()) {
                return cause;
            }
        }
        failedSince
                .keySet()
                .retainAll(assessment.items().stream()
                        .filter(Item::failed)
                        .map(Item::ref)
                        .toList());
        return Optional.empty();
    }

    private Optional<FailureCause> inTree(Item item, WatchSet watches, Instant now) {
        if (item.object().isEmpty()) {
            return Optional.empty();
        }
        OwnedTree tree = tree(item, watches);
        return trees.computeIfAbsent(item.ref(), any -> new FailureWatch(grace)).look(tree, now);
    }

    private static OwnedTree tree(Item item, WatchSet watches) {
        String namespace = item.ref().namespace();
        return OwnedTree.of(item.object().orElseThrow(), watches.candidates(namespace), watches.events(namespace));
    }

    /** It will not get better by itself, so the best words for it need not have their patience. */
    private Optional<FailureCause> ofItself(Item item, WatchSet watches, Instant now) {
        if (!item.failed()) {
            return Optional.empty();
        }
        Instant since = failedSince.computeIfAbsent(item.ref(), any -> now);
        if (Duration.between(since, now).compareTo(grace) < 0) {
            return Optional.empty();
        }
        return FailureRules.standard().worst(tree(item, watches)).or(() -> Optional.of(givenUp(item)));
    }

    private FailureCause givenUp(Item item) {
        return new FailureCause(
                GIVEN_UP,
                item.ref().display(),
                item.readiness().reason(),
                "see the events of " + item.ref().display() + ", correct its spec, and deploy it again",
                grace);
    }
}
