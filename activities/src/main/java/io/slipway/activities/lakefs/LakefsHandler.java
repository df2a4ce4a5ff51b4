package io.slipway.activities.lakefs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.HttpReply;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.activities.step.VerbHandler;
import io.slipway.model.action.Lakefs;
import io.slipway.model.journal.StepDetail;
import io.slipway.model.json.Json;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The verb {@code lakefs}. Commits and merges carry the key of the try in their metadata, so that they are found again. A
 * branch cannot carry anything: it is ours when this try was about to make it, or when its name has the rollout's id.
 */
public final class LakefsHandler implements VerbHandler<Lakefs> {
    private static final String KEY = "slipway_key";
    private static final String MAKING = "making branch";
    private static final String MADE = "made branch ";
    private static final int NAMED = 5;

    private final Clusters clusters;

    /** A handler for steps at these clusters. */
    public LakefsHandler(Clusters clusters) {
        this.clusters = clusters;
    }

    /** What a step asks of the API server beside the objects that it applies; for plans. */
    public static Calls calls(Lakefs action, Reach reach) throws InterruptedException {
        return action.endpoint().service().isPresent() ? reach.callsToService() : Calls.NONE;
    }

    @Override
    public Done run(Lakefs lakefs, StepContext context) throws InterruptedException {
        try (Reach reach = Reach.of(clusters, context)) {
            LakefsApi api = new LakefsApi(reach, lakefs.endpoint(), lakefs.repository());
            api.check();
            if (lakefs.create().isPresent()) {
                return create(lakefs, api, context);
            }
            if (lakefs.delete().isPresent()) {
                boolean was = api.delete(lakefs.branch());
                return done(lakefs, was ? "deleted" : "was not there", "", 0);
            }
            if (api.head(lakefs.branch()).isEmpty()) {
                throw missing(lakefs, lakefs.branch());
            }
            return lakefs.commit().isPresent()
                    ? commit(lakefs, api, context)
                    : lakefs.merge().isPresent() ? merge(lakefs, api, context) : diff(lakefs, api, context);
        }
    }

    private static Done create(Lakefs lakefs, LakefsApi api, StepContext context) throws InterruptedException {
        String branch = lakefs.branch();
        Optional<String> there = api.head(branch);
        boolean ours = branch.contains(context.task().rollout())
                || context.remembered().getOrDefault(MAKING, "").equals(branch);
        if (there.isEmpty()) {
            context.remember(MAKING, branch);
            HttpReply reply = api.create(branch, lakefs.source());
            if (reply.status() == 404) {
                throw missing(lakefs, lakefs.source());
            }
            if (reply.status() == 409) {
                throw exists(lakefs);
            }
            api.must(reply, "create branch " + branch);
        } else if (!ours) {
            throw exists(lakefs);
        }
        context.recorder().note(MADE + branch);
        return done(lakefs, "made from " + lakefs.source(), api.head(branch).orElse(""), 0);
    }

    private static Done commit(Lakefs lakefs, LakefsApi api, StepContext context) throws InterruptedException {
        String branch = lakefs.branch();
        JsonNode last = api.last(branch);
        if (isOurs(last, context)) {
            return done(lakefs, "was committed before the worker was lost", id(last), 0);
        }
        Map<String, String> changes = api.uncommitted(branch);
        if (changes.isEmpty()) {
            return done(lakefs, "has nothing to commit", id(last), 0);
        }
        JsonNode made = api.commit(branch, request(lakefs, context));
        return done(lakefs, "committed, " + changes.size() + " objects changed", id(made), changes.size());
    }

    private static Done merge(Lakefs lakefs, LakefsApi api, StepContext context) throws InterruptedException {
        String branch = lakefs.branch();
        if (api.head(lakefs.into()).isEmpty()) {
            throw missing(lakefs, lakefs.into());
        }
        JsonNode last = api.last(lakefs.into());
        if (isOurs(last, context)) {
            return done(lakefs, "was merged before the worker was lost", id(last), 0);
        }
        Map<String, String> changes = api.diff(lakefs.into(), branch);
        if (changes.isEmpty()) {
            return done(lakefs, "has nothing that " + lakefs.into() + " lacks", id(last), 0);
        }
        HttpReply reply = api.merge(branch, lakefs.into(), request(lakefs, context));
        if (reply.status() == 409) {
            throw conflict(lakefs, api, changes.keySet());
        }
        String commit =
                api.must(reply, "merge branch " + branch).path("reference").asText();
        return done(
                lakefs, "merged into " + lakefs.into() + ", " + changes.size() + " objects", commit, changes.size());
    }

    private static Done diff(Lakefs lakefs, LakefsApi api, StepContext context) throws InterruptedException {
        Map<String, String> changes = api.diff(lakefs.into(), lakefs.branch());
        changes.forEach((path, type) -> context.recorder().note(type + " " + path));
        return done(
                lakefs,
                "is " + changes.size() + " objects ahead of " + lakefs.into(),
                api.head(lakefs.branch()).orElse(""),
                changes.size());
    }

    private static boolean isOurs(JsonNode commit, StepContext context) {
        return commit.path("metadata").path(KEY).asText().equals(context.task().shortKey());
    }

    private static String id(JsonNode commit) {
        return commit.path("id").asText();
    }

    private static JsonNode request(Lakefs lakefs, StepContext context) {
        ObjectNode request = Json.mapper().createObjectNode();
        request.put(
                "message",
                lakefs.message()
                        .orElse(context.task().pipeline() + ", rollout "
                                + context.task().rollout()));
        ObjectNode metadata = request.putObject("metadata");
        lakefs.metadata().forEach(metadata::put);
        metadata.put("slipway_rollout", context.task().rollout())
                .put(KEY, context.task().shortKey());
        return request;
    }

    private static Done done(Lakefs lakefs, String what, String commit, int changes) {
        return Done.of("branch " + lakefs.branch() + " " + what, new Lakefs.Outputs(lakefs.branch(), commit, changes));
    }

    private static StepFailure missing(Lakefs lakefs, String branch) {
        return StepFailure.permanent(
                "branch '" + branch + "' not found in lakeFS repository '" + lakefs.repository() + "'",
                "it was never created, or was deleted",
                "correct the name, or create it in an earlier step");
    }

    private static StepFailure exists(Lakefs lakefs) {
        return StepFailure.permanent(
                "branch '" + lakefs.branch() + "' already exists in lakeFS repository '" + lakefs.repository() + "'",
                "it was created by someone else and may contain data",
                "give the branch another name, preferably one with rollout.id, or delete it first");
    }

    private static StepFailure conflict(Lakefs lakefs, LakefsApi api, Set<String> changed) throws InterruptedException {
        Set<String> both = new TreeSet<>(changed);
        both.retainAll(api.diff(lakefs.branch(), lakefs.into()).keySet());
        String first = String.join(", ", both.stream().limit(NAMED).toList());
        return StepFailure.permanent(
                "branch '" + lakefs.branch() + "' cannot be merged into '" + lakefs.into() + "' of lakeFS repository '"
                        + lakefs.repository() + "'",
                both.size() + " objects were changed on both: " + first + (both.size() > NAMED ? " and more" : ""),
                "resolve them in lakeFS, or delete the branch and run the job again from the new state");
    }

    @Override
    public Done undo(Lakefs lakefs, StepContext context) throws InterruptedException {
        boolean lost = !context.task().lostTries().isEmpty()
                && lakefs.branch().contains(context.task().rollout());
        boolean made = lost
                || context.task().previousDetail().stream()
                        .flatMap(hash -> context.blobs().text(hash).stream())
                        .flatMap(text -> Json.read(text, StepDetail.class).notes().stream())
                        .anyMatch(note -> note.equals(MADE + lakefs.branch()));
        if (lakefs.create().isEmpty() || !made) {
            return Done.of("nothing to undo: what is committed or merged stays");
        }
        try (Reach reach = Reach.of(clusters, context)) {
            boolean was = new LakefsApi(reach, lakefs.endpoint(), lakefs.repository()).delete(lakefs.branch());
            return Done.of("branch " + lakefs.branch() + (was ? " deleted" : " was gone"));
        }
    }
}
