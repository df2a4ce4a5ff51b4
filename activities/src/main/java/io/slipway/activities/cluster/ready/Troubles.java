package io.slipway.activities.cluster.ready;

import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.failure.FailureCause;
import io.slipway.activities.cluster.failure.FailureRules;
import io.slipway.activities.cluster.failure.FailureWatch;
import io.slipway.activities.cluster.failure.OwnedTree;
import io.slipway.activities.cluster.failure.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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

    /**
     * The first trouble that has lasted too long.
     *
     * @param around what there is in a namespace; not asked when an object's tree need not be looked at
     * @param changed whether anything may have changed since the last look; if not, only time has passed
     */
    Optional<FailureCause> look(
            Assessment assessment, Function<String, Surroundings> around, boolean changed, Instant now) {
        Map<String, Surroundings> namespaces = new HashMap<>();
        for (Item item : assessment.unready()) {
            Supplier<OwnedTree> tree = () -> OwnedTree.of(
                    item.object().orElseThrow(),
                    namespaces.computeIfAbsent(item.ref().namespace(), around));
            Optional<FailureCause> cause = inTree(item, tree, changed, now).or(() -> ofItself(item, tree, now));
            if (cause.isPresent()) {
                return cause;
            }
        }
        failedSince
                .keySet()
                .retainAll(assessment.items().stream()
                        .filter(Item::failed)
                        .map(Item::ref)
                        .collect(Collectors.toSet()));
        return Optional.empty();
    }

    private Optional<FailureCause> inTree(Item item, Supplier<OwnedTree> tree, boolean changed, Instant now) {
        if (item.object().isEmpty()) {
            return Optional.empty();
        }
        FailureWatch watch = trees.computeIfAbsent(item.ref(), any -> new FailureWatch(grace));
        return changed ? watch.look(tree.get(), now) : watch.lookAgain(now);
    }

    /** It will not get better by itself, so the best words for it need not have their patience. */
    private Optional<FailureCause> ofItself(Item item, Supplier<OwnedTree> tree, Instant now) {
        if (!item.failed()) {
            return Optional.empty();
        }
        Instant since = failedSince.computeIfAbsent(item.ref(), any -> now);
        if (Duration.between(since, now).compareTo(grace) < 0) {
            return Optional.empty();
        }
        return FailureRules.standard().worst(tree.get()).or(() -> Optional.of(givenUp(item)));
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
