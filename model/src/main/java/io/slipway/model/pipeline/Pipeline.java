package io.slipway.model.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.FilePath;
import io.slipway.model.spec.Key;
import io.slipway.model.spec.Literal;
import io.slipway.model.spec.Required;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pipeline file: what is rolled out, on what kind of cluster, with what parameters, in what order. */
@Doc("A pipeline: one deployment guide as stages of steps.")
public record Pipeline(
        @Doc("Version of the language: v1.") @Key("slipway") @Literal
        String language,

        @Doc("Name of the pipeline; the same as its folder's.") @Key("pipeline") @Literal
        String name,

        @Doc("What it rolls out, in a sentence.") @Literal Optional<String> description,
        @Doc("The written guide it carries out.") Optional<Guide> guide,

        @Doc("What the target must be; checked before anything is changed.")
        Optional<ClusterSpec> cluster,

        @Doc("Parameters.") @Literal Map<String, ParamSpec> params,
        @Doc("Named sets of parameters.") @Literal Map<String, Map<String, JsonNode>> profiles,

        @Doc("Secrets, by reference; their values never enter the history.") @Literal
        Map<String, SecretSource> secrets,

        @Doc("What holds for every step that does not say otherwise.")
        Optional<Defaults> defaults,

        @Doc("Keeps two rollouts apart.") Optional<Concurrency> concurrency,

        @Doc("Who is told when the rollout waits for a person or ends.")
        List<Notice> notices,

        @Doc("A file with diagnosis rules of this pipeline's own.")
        Optional<FilePath> rules,

        @Doc("The stages; each follows the one above unless needs says otherwise.") @Required
        List<Stage> stages,

        @Doc("Steps that run at the end, whatever happened.") @Key("finally")
        List<Step> finallySteps,

        @Doc("What the rollout yields, as expressions.") Map<String, JsonNode> outputs,

        @Doc("When the rollout is repeated or re-validated.") @Literal
        Map<String, Schedule> schedules) {}
