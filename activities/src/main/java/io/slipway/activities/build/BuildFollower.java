package io.slipway.activities.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.await.ObjectWait;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.journal.Change;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Follows a Build to its end: its phase by watching, its log as it is written. */
final class BuildFollower {
    private final Cluster cluster;
    private final StepContext context;

    BuildFollower(Cluster cluster, StepContext context) {
        this.cluster = cluster;
        this.context = context;
    }

    Done follow(String name, boolean keepLog) throws InterruptedException {
        JsonNode build;
        List<String> lastLines;
        try (BuildLog log = new BuildLog(cluster, context, name, keepLog)) {
            build = new ObjectWait(cluster, context)
                    .until(BuildKinds.BUILDS, context.namespace(), context.left(), builds -> ended(builds, name, log))
                    .orElseThrow(() -> late(name));
            log.drain();
            lastLines = log.lastLines();
        }
        context.recorder().change(fact(build));
        if (!BuildKinds.phase(build).equals("Complete")) {
            throw BuildStory.failure(build, lastLines);
        }
        return new BuildOutcome(cluster, context).of(build);
    }

    private Optional<JsonNode> ended(Collection<JsonNode> builds, String name, BuildLog log) {
        Optional<JsonNode> watched = ObjectWait.named(builds, name).or(() -> lookedUp(name));
        JsonNode build = watched.orElseThrow(() -> StepFailure.of(
                "build/" + name + " is gone",
                "somebody deleted it while it ran",
                "try again; look who deletes builds, or raise the BuildConfig's history limits"));
        JsonNode status = build.path("status");
        context.progress("build/" + name + " is " + BuildKinds.phase(build)
                + (status.path("message").asText("").isEmpty()
                        ? ""
                        : ": " + status.path("message").asText()));
        if (BuildKinds.phase(build).equals("Running") || BuildKinds.ended(build)) {
            log.begin();
        }
        return BuildKinds.ended(build) ? Optional.of(build) : Optional.empty();
    }

    /** A shared watch may not have heard yet of a build that was only just started. */
    private Optional<JsonNode> lookedUp(String name) {
        try {
            return cluster.api(context).get(BuildKinds.BUILDS, context.namespace(), name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static StepFailure late(String name) {
        return StepFailure.of(
                "build/" + name + " did not end in time",
                "it is still running, or waits for a node or an earlier build",
                "give the step a longer timeout; see 'oc describe build " + name + "'");
    }

    private static Change fact(JsonNode build) {
        return new Change(
                Change.Kind.CREATED,
                BuildKinds.BUILDS.apiVersion(),
                BuildKinds.BUILDS.kind(),
                build.path("metadata").path("namespace").asText(),
                BuildKinds.name(build),
                build.path("metadata").path("uid").asText(),
                List.of(),
                Optional.empty(),
                false);
    }
}
