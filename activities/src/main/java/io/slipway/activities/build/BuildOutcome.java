package io.slipway.activities.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.model.action.Build;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a build that completed has made. */
final class BuildOutcome {
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1000;

    private final Cluster cluster;
    private final StepContext context;

    static Calls calls(String namespace) {
        return Calls.on(BuildKinds.TAGS, namespace, "get").and(Calls.on(BuildKinds.STREAMS, namespace, "get"));
    }

    BuildOutcome(Cluster cluster, StepContext context) {
        this.cluster = cluster;
        this.context = context;
    }

    Done of(JsonNode build) throws InterruptedException {
        String image = image(build);
        noteFailedImport(build);
        String name = BuildKinds.name(build);
        return Done.of("build/" + name + " made " + image, new Build.Outputs(name, image, seconds(build)));
    }

    /** The image by digest: as the ImageStreamTag names it, else from what the build says it pushed. */
    private String image(JsonNode build) throws InterruptedException {
        JsonNode to = build.path("spec").path("output").path("to");
        if (to.path("kind").asText().equals("ImageStreamTag")) {
            String namespace = to.path("namespace").asText(context.namespace());
            Optional<String> tagged = cluster.api()
                    .get(BuildKinds.TAGS, namespace, to.path("name").asText())
                    .map(tag -> tag.path("image").path("dockerImageReference").asText(""))
                    .filter(reference -> reference.contains("@"));
            if (tagged.isPresent()) {
                return tagged.get();
            }
        }
        JsonNode status = build.path("status");
        String reference = status.path("outputDockerImageReference").asText("");
        String digest = status.path("output").path("to").path("imageDigest").asText("");
        return digest.isEmpty() ? reference : reference.replaceAll(":[^:/]+$", "") + "@" + digest;
    }

    /** A tag that also names an image of the same name cannot be imported before the build has pushed it. */
    private void noteFailedImport(JsonNode build) throws InterruptedException {
        String output =
                build.path("spec").path("output").path("to").path("name").asText("");
        int colon = output.indexOf(':');
        if (colon < 0) {
            return;
        }
        cluster.api()
                .get(BuildKinds.STREAMS, context.namespace(), output.substring(0, colon))
                .filter(BuildOutcome::importFailed)
                .ifPresent(stream -> context.recorder()
                        .note("imagestream/" + output.substring(0, colon)
                                + " reports a failed import: harmless, because the build has pushed the image"));
    }

    private static boolean importFailed(JsonNode stream) {
        return stream.path("status")
                .path("tags")
                .valueStream()
                .flatMap(tag -> tag.path("conditions").valueStream())
                .anyMatch(condition -> condition.path("type").asText().equals("ImportSuccess")
                        && condition.path("status").asText().equals("False"));
    }

    private static double seconds(JsonNode build) {
        JsonNode status = build.path("status");
        if (status.path("duration").asLong() > 0) {
            return status.path("duration").asLong() / NANOS;
        }
        String start = status.path("startTimestamp").asText("");
        String end = status.path("completionTimestamp").asText("");
        return start.isEmpty() || end.isEmpty()
                ? 0
                : Duration.between(Instant.parse(start), Instant.parse(end)).toMillis() / MILLIS;
    }
}
