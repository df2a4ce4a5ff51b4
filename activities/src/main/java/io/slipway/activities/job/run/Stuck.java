package io.slipway.activities.job.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.ready.StuckTree;
import io.slipway.activities.reach.Reach;
import java.util.Collection;
import java.util.Optional;

/** Tells when a job's pods cannot start. */
public final class Stuck {
    private final StuckTree trees;

    /** A look at jobs in a namespace. */
    public Stuck(Reach reach, String namespace) {
        this.trees = new StuckTree(reach.cluster(), reach.context(), namespace);
    }

    /**
     * Why the job will not get on.
     *
     * @param root the driver or the Job
     * @param candidates objects among which those are that it owns
     */
    public Optional<JobEnd.Trouble> look(JsonNode root, Collection<JsonNode> candidates) throws InterruptedException {
        return trees.look(root, candidates)
                .map(cause -> new JobEnd.Trouble(cause.object() + ": " + cause.cause(), cause.fix()));
    }
}
