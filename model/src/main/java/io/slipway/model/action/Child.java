package io.slipway.model.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Key;
import io.slipway.model.spec.Literal;
import io.slipway.model.spec.ShortForm;
import io.slipway.model.spec.Verb;
import java.util.Map;
import java.util.Optional;

/**
 * Runs another pipeline as a child rollout.
 *
 * <pre>{@code
 * pipeline: { path: storage, params: { bucket: lakehouse } }
 * }</pre>
 */
@Doc(
        "Runs another pipeline as a child rollout; its outputs become the step's. If the child waits for a person, decide about"
                + " it under its own ID. As in every run, objects in the namespace that the previous run of that pipeline deployed and this one no"
                + " longer has are pruned.")
@Verb(dynamicOutputs = true, retries = false)
@Key("pipeline")
@ShortForm("path")
public record Child(
        @Doc("Name of the pipeline, or its folder relative to this pipeline's parent folder.") @Literal
        String path,

        @Doc("Its parameters.") Map<String, JsonNode> params,
        @Doc("Its profile.") Optional<String> profile)
        implements Action.Control {}
