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

        @Doc("Purpose, in one sentence.") @Literal Optional<String> description,
        @Doc("The written guide it implements.") Optional<Guide> guide,

        @Doc("Requirements on the target, checked before anything is changed.")
        Optional<ClusterSpec> cluster,

        @Doc("Parameters.") @Literal Map<String, ParamSpec> params,
        @Doc("Named sets of parameters.") @Literal Map<String, Map<String, JsonNode>> profiles,

        @Doc("Secrets, by reference; their values never enter the history.") @Literal
        Map<String, SecretSource> secrets,

        @Doc("Defaults for all steps.") Optional<Defaults> defaults,

        @Doc("Prevents two rollouts from running at the same time.")
        Optional<Concurrency> concurrency,

        @Doc("Who is notified when the rollout waits for a person or ends.")
        List<Notice> notices,

        @Doc("A file with the pipeline's own diagnosis rules.")
        Optional<FilePath> rules,

        @Doc("The stages; each waits for the one above unless 'needs' is set.") @Required
        List<Stage> stages,

        @Doc("Steps that always run at the end.") @Key("finally")
        List<Step> finallySteps,

        @Doc("Outputs of the rollout, as expressions.") Map<String, JsonNode> outputs,

        @Doc("When to repeat or re-validate the rollout.") @Literal
        Map<String, Schedule> schedules) {}
