package io.slipway.activities.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.ListQuery;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.await.ObjectWait;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Build;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Starts the one Build of a try, or takes the one that a new BuildConfig's ConfigChange trigger starts. */
final class BuildStart {
    private static final Duration TRIGGER = Duration.ofSeconds(30);
    private static final Duration LEAST = Duration.ofSeconds(20);
    private static final int POSTS = 5;

    private final Cluster cluster;
    private final StepContext context;
    private final Build action;

    BuildStart(Cluster cluster, StepContext context, Build action) {
        this.cluster = cluster;
        this.context = context;
        this.action = action;
    }

    /** The Build that carries this try's key. */
    Optional<JsonNode> ofThisTry() throws InterruptedException {
        String selector = Owner.KEY + "=" + context.task().shortKey();
        return cluster.api().list(BuildKinds.BUILDS, context.namespace(), ListQuery.labels(selector)).stream()
                .findFirst();
    }

    /** Adopts the trigger's build when the BuildConfig is new; otherwise starts one. */
    JsonNode begin(boolean isNew) throws InterruptedException {
        JsonNode config = cluster.api()
                .get(BuildKinds.CONFIGS, context.namespace(), action.buildConfig())
                .orElseThrow(() -> StepFailure.permanent(
                        "buildconfig/" + action.buildConfig() + " not found in namespace " + context.namespace(),
                        "it is neither in the cluster nor in the step's manifests",
                        "correct its name, or add its manifest to the step"));
        boolean asConfigured = action.commit().isEmpty() && action.env().isEmpty();
        if (isNew && asConfigured && hasTrigger(config)) {
            Optional<JsonNode> triggered = awaitTriggered(config);
            if (triggered.isPresent()) {
                return adopted(triggered.get());
            }
            context.recorder()
                    .note("the ConfigChange trigger of buildconfig/" + action.buildConfig()
                            + " started no build; one was started instead");
        }
        return instantiated();
    }

    private static boolean hasTrigger(JsonNode config) {
        return config.path("spec")
                .path("triggers")
                .valueStream()
                .anyMatch(trigger -> trigger.path("type").asText().equals("ConfigChange"));
    }

    private Optional<JsonNode> awaitTriggered(JsonNode config) throws InterruptedException {
        String uid = config.path("metadata").path("uid").asText();
        context.progress("waiting for the build that the ConfigChange trigger of buildconfig/" + action.buildConfig()
                + " starts");
        Duration wall = context.target().pace().wall(TRIGGER);
        return new ObjectWait(cluster, context)
                .until(
                        BuildKinds.BUILDS,
                        context.namespace(),
                        wall.compareTo(LEAST) < 0 ? LEAST : wall,
                        builds -> firstOf(builds, uid));
    }

    private static Optional<JsonNode> firstOf(Collection<JsonNode> builds, String configUid) {
        return builds.stream()
                .filter(build -> BuildKinds.ownedBy(build, configUid))
                .filter(build -> BuildKinds.label(build, Owner.KEY).isEmpty())
                .min(Comparator.comparingLong(BuildKinds::number));
    }

    /** Puts the key on it, so that a successor finds it. */
    private JsonNode adopted(JsonNode build) throws InterruptedException {
        ArrayNode patch = JsonNodeFactory.instance.arrayNode();
        patch.addObject()
                .put("op", "add")
                .put("path", "/metadata/labels/" + Owner.KEY.replace("/", "~1"))
                .put("value", context.task().shortKey());
        try {
            JsonNode labelled = cluster.api(context).patch(BuildKinds.BUILDS, ObjectRef.of(build), patch);
            context.recorder()
                    .note("adopted build/" + BuildKinds.name(build) + ", started by the ConfigChange trigger");
            return labelled;
        } catch (ApiException e) {
            throw e.passingOrFailure("adopt build/" + BuildKinds.name(build));
        }
    }

    /** After an unclear answer the Build is looked for by its label before there is a second POST. */
    private JsonNode instantiated() throws InterruptedException {
        String path = BuildKinds.CONFIGS.path(context.namespace(), action.buildConfig()) + "/instantiate";
        JsonNode request = BuildRequests.of(action, context.task());
        for (int post = 1; ; post++) {
            Optional<JsonNode> there = post == 1 ? Optional.empty() : ofThisTry();
            if (there.isPresent()) {
                return there.get();
            }
            try {
                return cluster.api(context).postOnce(path, request);
            } catch (ApiException e) {
                if (!e.passing()) {
                    throw e.failure("start a build of buildconfig/" + action.buildConfig());
                }
                if (post == POSTS) {
                    throw e;
                }
                context.pause(Duration.ofSeconds(post));
            }
        }
    }
}
