package io.slipway.activities.job.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.failure.FailureWatch;
import io.slipway.activities.cluster.failure.OwnedTree;
import io.slipway.activities.reach.Reach;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/** Tells when a job's pods cannot start, by the rules of fast failure, so that nobody waits for the end of the step. */
public final class Stuck {
    private static final Duration GRACE = Duration.ofSeconds(60);
    private static final Duration LEAST = Duration.ofSeconds(2);

    private final Reach reach;
    private final String namespace;
    private final FailureWatch watch;

    /** A look at jobs in a namespace. */
    public Stuck(Reach reach, String namespace) {
        Duration wall = reach.context().target().pace().wall(GRACE);
        this.reach = reach;
        this.namespace = namespace;
        this.watch = new FailureWatch(wall.compareTo(LEAST) < 0 ? LEAST : wall);
    }

    /**
     * Why the job will not get on.
     *
     * @param root the driver or the Job
     * @param candidates objects among which those are that it owns
     */
    public Optional<JobEnd.Trouble> look(JsonNode root, Collection<JsonNode> candidates) throws InterruptedException {
        OwnedTree tree = OwnedTree.of(root, candidates, reach.list("events", namespace, ""));
        return watch.look(tree, reach.context().clock().instant())
                .map(cause -> new JobEnd.Trouble(cause.object() + ": " + cause.cause(), cause.fix()));
    }
}
