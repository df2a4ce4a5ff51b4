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
        "Runs another pipeline as a child rollout; its outputs are the step's. When the child waits for a person, decide about"
                + " it by its own id. As in every run, what the run before of that pipeline left in the namespace and this one no"
                + " longer has is pruned.")
@Verb(dynamicOutputs = true, retries = false)
@Key("pipeline")
@ShortForm("path")
public record Child(
        @Doc("Name of the pipeline, or its folder relative to this pipeline's parent.") @Literal
        String path,

        @Doc("Its parameters.") Map<String, JsonNode> params,
        @Doc("Its profile.") Optional<String> profile)
        implements Action.Control {}
