package io.slipway.activities.reconcile;

import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.named.NamedObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what an object of Flux waits for in the end: of what it depends on, the first that itself waits for nothing. */
final class Blocker {
    private static final int DEEPEST = 20;

    private final Cluster cluster;
    private final Set<FluxObject.Other> seen = new HashSet<>();

    Blocker(Cluster cluster) {
        this.cluster = cluster;
    }

    /** What blocks it, with what that says of itself; empty when all it depends on is ready. */
    Optional<String> of(FluxObject object) throws InterruptedException {
        return of(object, 0);
    }

    private Optional<String> of(FluxObject object, int depth) throws InterruptedException {
        List<FluxObject.Other> all = new ArrayList<>(object.dependencies());
        object.source().ifPresent(all::addFirst);
        for (FluxObject.Other other : all) {
            if (depth < DEEPEST && seen.add(other)) {
                Optional<String> found = look(other, depth);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> look(FluxObject.Other other, int depth) throws InterruptedException {
        String name = other.name() + " in namespace " + other.namespace();
        Optional<FluxObject> found =
                NamedObject.find(cluster, other.name(), other.namespace()).map(FluxObject::new);
        if (found.isEmpty()) {
            return Optional.of(name + ", which does not exist");
        }
        FluxObject object = found.get();
        if (object.isSuspended()) {
            return Optional.of(name + ", which is suspended");
        }
        if (object.isReady()) {
            return Optional.empty();
        }
        Optional<String> deeper = of(object, depth + 1);
        return deeper.isPresent() ? deeper : Optional.of(name + ", which is not ready: " + object.story());
    }
}
