package io.slipway.activities.cluster.ready;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ListQuery;
import io.slipway.activities.cluster.failure.FailureCause;
import io.slipway.activities.cluster.failure.FailureWatch;
import io.slipway.activities.cluster.failure.OwnedTree;
import io.slipway.activities.cluster.failure.Surroundings;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.step.StepContext;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Tells when what somebody else's controller is to start does not start, by the rules of fast failure: for jobs and
 * builds, whose state alone does not say it. Nobody then waits for the end of the step.
 */
public final class StuckTree {
    private static final ApiKind EVENTS = ApiKind.namespaced("v1", "Event", "events");
    private static final Duration GRACE = Duration.ofSeconds(60);
    private static final Duration LEAST = Duration.ofSeconds(2);

    private final Cluster cluster;
    private final StepContext context;
    private final String namespace;
    private final Duration grace;
    private final FailureWatch watch;

    /** A look at trees of a namespace. */
    public StuckTree(Cluster cluster, StepContext context, String namespace) {
        Duration wall = context.target().pace().wall(GRACE);
        this.cluster = cluster;
        this.context = context;
        this.namespace = namespace;
        this.grace = wall.compareTo(LEAST) < 0 ? LEAST : wall;
        this.watch = new FailureWatch(grace);
    }

    /** What is asked of a namespace. */
    public static Calls calls(String namespace) {
        return Calls.on(EVENTS, namespace, "list");
    }

    /** How long a trouble may last, at the pace of the target. */
    public Duration grace() {
        return grace;
    }

    /**
     * Why it will not get on.
     *
     * @param root the object that owns the pods
     * @param candidates objects among which those are that it owns
     */
    public Optional<FailureCause> look(JsonNode root, Collection<JsonNode> candidates) throws InterruptedException {
        List<JsonNode> events = cluster.api().list(EVENTS, namespace, ListQuery.ALL);
        OwnedTree tree = OwnedTree.of(root, new Surroundings(candidates, events));
        return watch.look(tree, context.clock().instant());
    }
}
