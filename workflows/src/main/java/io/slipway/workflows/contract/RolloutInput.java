package io.slipway.workflows.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.check.Suggestion;
import io.slipway.model.json.Json;
import io.slipway.model.pipeline.OnFailure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The input of a rollout, as a person may type it: {@code {"pipeline": "datalyptica"}}.
 *
 * @param pipeline name of a pipeline in the worker's folders, or {@code NAME@sha256:HASH} for one that was sent
 * @param params values of parameters
 * @param profile a profile of the pipeline, or empty
 * @param target a target of the worker, or empty for its default
 * @param rollout id of the rollout, or empty for the workflow's id
 * @param resume whether the rollout goes on from its journal
 * @param hold with {@code resume}: a step that waited for a person waits again, and is not tried again by itself
 * @param by who started it, as claimed
 * @param onFailure overrides {@code defaults.onFailure}, or empty
 * @param from first step to run, or empty
 * @param until last step to run, or empty
 * @param only the one stage to run, or empty
 * @param amend with {@code resume}: the rollout goes on with its pipeline as it is now
 * @param undo with {@code resume}: what the rollout did is taken back, and nothing else
 * @param revalidate it only looks at what an earlier rollout left
 * @param plan the plan that it is bound to
 */
public record RolloutInput(
        String pipeline,
        Map<String, JsonNode> params,
        String profile,
        String target,
        String rollout,
        boolean resume,
        boolean hold,
        String by,
        String onFailure,
        String from,
        String until,
        String only,
        Optional<AmendRequest> amend,
        Optional<UndoRequest> undo,
        Optional<RevalidateRequest> revalidate,
        Optional<PlanBinding> plan) {
    private static final Set<String> TEXTS =
            Set.of("pipeline", "profile", "target", "rollout", "by", "onFailure", "from", "until", "only");

    private static final List<String> REACTIONS = Arrays.stream(OnFailure.values())
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final List<String> SWITCHES = List.of("resume", "hold");
    private static final Set<String> OF_ONES_THAT_GO_ON = Set.of("amend", "undo");
    private static final List<String> BLOCKS = List.of("amend", "undo", "revalidate", "plan");

    public RolloutInput {
        params = Collections.unmodifiableMap(new TreeMap<>(params));
    }

    /** The input for a pipeline with nothing else said. */
    public static RolloutInput of(String pipeline) {
        return new RolloutInput(
                pipeline,
                Map.of(),
                "",
                "",
                "",
                false,
                false,
                "",
                "",
                "",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same for a pipeline of another name, such as that of a bundle. */
    public RolloutInput naming(String other) {
        return with(other, plan);
    }

    /** The same, bound to a plan. */
    public RolloutInput boundTo(PlanBinding binding) {
        return with(pipeline, Optional.of(binding));
    }

    private RolloutInput with(String name, Optional<PlanBinding> binding) {
        return new RolloutInput(
                name,
                params,
                profile,
                target,
                rollout,
                resume,
                hold,
                by,
                onFailure,
                from,
                until,
                only,
                amend,
                undo,
                revalidate,
                binding);
    }

    /** Reads what was typed; every mistake goes into {@code problems}, a line each. */
    public static RolloutInput read(JsonNode typed, List<String> problems) {
        ObjectNode tree = object(typed, problems);
        tree.fieldNames().forEachRemaining(name -> known(name, problems));
        for (String name : TEXTS) {
            if (tree.has(name) && !tree.get(name).isTextual() && !tree.get(name).isNull()) {
                problems.add("'" + name + "' must be a text");
            }
        }
        for (String name : SWITCHES) {
            if (tree.has(name) && !tree.get(name).isBoolean()) {
                problems.add("'" + name + "' must be true or false");
            }
        }
        String reaction = tree.path("onFailure").asText("");
        if (!reaction.isEmpty() && !REACTIONS.contains(reaction)) {
            problems.add("'onFailure' must be pause, fail, undo or continue, not '" + reaction + "'");
        }
        boolean named = tree.path("pipeline").isTextual() || tree.path("resume").asBoolean();
        if (!named && typed instanceof ObjectNode && problems.stream().noneMatch(said -> said.contains("'pipeline'"))) {
            problems.add("'pipeline' is missing: write {\"pipeline\": \"NAME\"}"); // a misspelt one is said already
        }
        return new RolloutInput(
                tree.path("pipeline").asText(""),
                params(tree, problems),
                tree.path("profile").asText(""),
                tree.path("target").asText(""),
                tree.path("rollout").asText(""),
                tree.path("resume").asBoolean(false),
                tree.path("hold").asBoolean(false),
                tree.path("by").asText(""),
                tree.path("onFailure").asText(""),
                tree.path("from").asText(""),
                tree.path("until").asText(""),
                tree.path("only").asText(""),
                block(tree, "amend", AmendRequest.class, problems),
                block(tree, "undo", UndoRequest.class, problems),
                block(tree, "revalidate", RevalidateRequest.class, problems),
                block(tree, "plan", PlanBinding.class, problems));
    }

    private static <T> Optional<T> block(ObjectNode tree, String name, Class<T> type, List<String> problems) {
        JsonNode given = tree.path(name);
        if (given.isMissingNode() || given.isNull()) {
            return Optional.empty();
        }
        if (OF_ONES_THAT_GO_ON.contains(name) && !tree.path("resume").asBoolean()) {
            problems.add("'" + name + "' requires \"resume\": true");
        }
        try {
            return Optional.of(Json.mapper().convertValue(given, type));
        } catch (IllegalArgumentException e) {
            problems.add("'" + name + "' is invalid: "
                    + e.getMessage().lines().findFirst().orElse(""));
            return Optional.empty();
        }
    }

    private static ObjectNode object(JsonNode typed, List<String> problems) {
        if (typed instanceof ObjectNode object) {
            return object;
        }
        problems.add("the input must be a JSON object such as {\"pipeline\": \"datalyptica\"}");
        return JsonNodeFactory.instance.objectNode();
    }

    private static void known(String name, List<String> problems) {
        List<String> all = new ArrayList<>(TEXTS);
        all.addAll(SWITCHES);
        all.add("params");
        all.addAll(BLOCKS);
        if (!all.contains(name)) {
            all.sort(null);
            problems.add("unknown field '" + name + "'"
                    + Suggestion.nearest(name, all)
                            .map(near -> ", did you mean '" + near + "'?")
                            .orElse("; there are " + String.join(", ", all)));
        }
    }

    private static Map<String, JsonNode> params(ObjectNode tree, List<String> problems) {
        Map<String, JsonNode> params = new TreeMap<>();
        JsonNode given = tree.path("params");
        if (given.isObject()) {
            given.properties().forEach(entry -> params.put(entry.getKey(), entry.getValue()));
        } else if (!given.isMissingNode() && !given.isNull()) {
            problems.add("'params' must be an object of names and values");
        }
        return params;
    }
}
