package io.slipway.activities.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.ListQuery;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.failure.FailureCause;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.cluster.ready.FailureFindings;
import io.slipway.activities.cluster.ready.StuckTree;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.journal.Failure;
import io.slipway.model.journal.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Ends the wait for a Build whose pod cannot start: an image that cannot be pulled, a quota, no node, a Secret that is
 * not there, an ImageStream that is not there. What OpenShift says of it alone stays New or Pending for ever.
 */
final class BuildStalls {
    private final Cluster cluster;
    private final StepContext context;
    private final Diagnostician diagnostician;
    private final StuckTree trees;
    private Optional<Instant> refused = Optional.empty();

    BuildStalls(Cluster cluster, StepContext context, Diagnostician diagnostician) {
        this.cluster = cluster;
        this.context = context;
        this.diagnostician = diagnostician;
        this.trees = new StuckTree(cluster, context, context.namespace());
    }

    static Calls calls(String namespace) {
        return Calls.on(Cluster.PODS, namespace, "list").and(StuckTree.calls(namespace));
    }

    /**
     * Looks at a Build that has not ended.
     *
     * @throws StepFailure when something has kept its pod from starting for too long
     */
    void look(BuildView seen) throws InterruptedException {
        if (!seen.starts()) {
            refused = Optional.empty();
            return;
        }
        List<JsonNode> pods = cluster.api().list(Cluster.PODS, context.namespace(), ListQuery.ALL);
        Optional<FailureCause> cause = trees.look(seen.build(), pods);
        if (cause.isPresent()) {
            throw failure(seen, cause.get());
        }
        if (refusedForLong(seen)) {
            BuildTrouble trouble = BuildTrouble.of(seen.reason());
            throw failure(
                    seen,
                    new FailureCause(
                            "build-" + seen.reason(),
                            "build/" + BuildKinds.name(seen.build()),
                            trouble.cause()
                                    + (seen.message().isEmpty()
                                            ? ""
                                            : ": " + seen.message().replaceAll("[.]$", "")),
                            trouble.fix(),
                            trees.grace()));
        }
    }

    /** A reason in the phase New may pass, such as an ImageStream that comes a moment later. */
    private boolean refusedForLong(BuildView seen) {
        if (seen.reason().isEmpty()) {
            refused = Optional.empty();
            return false;
        }
        Instant now = context.clock().instant();
        Instant since = refused.orElse(now);
        refused = Optional.of(since);
        return Duration.between(since, now).compareTo(trees.grace()) >= 0;
    }

    private StepFailure failure(BuildView seen, FailureCause cause) throws InterruptedException {
        ObjectRef build = BuildKinds.BUILDS.ref(context.namespace(), BuildKinds.name(seen.build()));
        List<Finding> findings = new FailureFindings(context, diagnostician).of(Optional.of(cause), List.of(build));
        cancel(build);
        return new StepFailure(new Failure(
                "build/" + BuildKinds.name(seen.build()) + " is " + BuildKinds.phase(seen.build())
                        + ", and its pod cannot start",
                cause.object(),
                cause.cause(),
                cause.fix(),
                findings,
                true));
    }

    /** Else it would begin when nobody waits for it any more, and the next try's would wait behind it. */
    private void cancel(ObjectRef build) throws InterruptedException {
        ArrayNode patch = JsonNodeFactory.instance.arrayNode();
        patch.addObject().put("op", "add").put("path", "/status/cancelled").put("value", true);
        try {
            cluster.api(context).patch(BuildKinds.BUILDS, build, patch);
            context.recorder().note("cancelled " + build.display() + ", whose pod cannot start");
        } catch (ApiException refused) {
            context.recorder()
                    .warning(build.display() + " could not be cancelled and blocks later builds: "
                            + refused.getMessage());
        }
    }
}
