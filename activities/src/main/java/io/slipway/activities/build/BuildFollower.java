package io.slipway.activities.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.await.ObjectWait;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.model.journal.Change;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Follows a Build to its end: its phase by watching, its log as it is written, and why its pod does not start. */
final class BuildFollower {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final Cluster cluster;
    private final StepContext context;
    private final BuildStalls stalls;

    BuildFollower(Cluster cluster, StepContext context, Diagnostician diagnostician) {
        this.cluster = cluster;
        this.context = context;
        this.stalls = new BuildStalls(cluster, context, diagnostician);
    }

    Done follow(String name, boolean keepLog) throws InterruptedException {
        JsonNode build;
        List<String> lastLines;
        try (BuildLog log = new BuildLog(cluster, context, name, keepLog)) {
            build = end(name, log);
            log.drain();
            lastLines = log.lastLines();
        }
        context.recorder().change(fact(build));
        if (!BuildKinds.phase(build).equals("Complete")) {
            throw BuildStory.failure(build, lastLines);
        }
        return new BuildOutcome(cluster, context).of(build);
    }

    private JsonNode end(String name, BuildLog log) throws InterruptedException {
        BuildView[] seen = {BuildView.NONE};
        while (true) {
            Duration moment = LOOK_AGAIN.compareTo(context.left()) < 0 ? LOOK_AGAIN : context.left();
            Optional<JsonNode> ended = new ObjectWait(cluster, context)
                    .until(BuildKinds.BUILDS, context.namespace(), moment, builds -> {
                        seen[0] = view(builds, name);
                        return ended(seen[0], log);
                    });
            if (ended.isPresent()) {
                return ended.get();
            }
            if (context.left().isZero()) {
                throw seen[0].late();
            }
            stalls.look(seen[0]);
        }
    }

    /** A shared watch may not have heard yet of a build that was only just started. */
    private BuildView view(Collection<JsonNode> builds, String name) throws InterruptedException {
        Optional<JsonNode> heard = ObjectWait.named(builds, name);
        JsonNode build = (heard.isPresent()
                        ? heard
                        : cluster.api(context).get(BuildKinds.BUILDS, context.namespace(), name))
                .orElseThrow(() -> BuildView.gone(name));
        return new BuildView(build, BuildView.before(build, builds));
    }

    private Optional<JsonNode> ended(BuildView seen, BuildLog log) {
        context.progress(seen.text());
        if (BuildKinds.phase(seen.build()).equals("Running") || BuildKinds.ended(seen.build())) {
            log.begin();
        }
        return BuildKinds.ended(seen.build()) ? Optional.of(seen.build()) : Optional.empty();
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
