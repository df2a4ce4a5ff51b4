package io.slipway.activities.cluster.failure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An object that is waited for, what belongs to it, and the recent warnings about any of these.
 *
 * @param root the object, such as a Deployment
 * @param descendants its ReplicaSets, Pods, Jobs, claims; none that is being deleted or superseded
 * @param events core or events.k8s.io Events, of any type; only warnings about objects of the tree count
 */
public record OwnedTree(JsonNode root, List<JsonNode> descendants, List<JsonNode> events) {

    public OwnedTree {
        Objects.requireNonNull(root, "root");
        descendants = List.copyOf(descendants);
        events = List.copyOf(events);
    }

    /**
     * The tree of an object among others of its namespace: by owner references, the claims that its pods mount, and
     * the pods a Service selects. Pods of an older ReplicaSet than the newest are left out: their troubles are what a
     * rollout is to end. Only events about objects of these names are in it.
     */
    public static OwnedTree of(JsonNode root, Surroundings around) {
        List<JsonNode> descendants = Descendants.of(root, around);
        List<JsonNode> events = Stream.concat(Stream.of(root), descendants.stream())
                .flatMap(object -> around.events(object).stream())
                .toList();
        return new OwnedTree(root, descendants, events);
    }

    /** Whether nothing has changed since the other: a watch keeps one tree for each version of an object. */
    boolean isMadeOf(OwnedTree other) {
        return same(objects(), other.objects()) && same(events, other.events);
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean same(List<JsonNode> some, List<JsonNode> others) {
        return some.size() == others.size()
                && IntStream.range(0, some.size()).allMatch(i -> some.get(i) == others.get(i));
    }

    /** The root and all that belongs to it, deepest last. */
    public List<JsonNode> objects() {
        return Stream.concat(Stream.of(root), descendants.stream()).toList();
    }
}
