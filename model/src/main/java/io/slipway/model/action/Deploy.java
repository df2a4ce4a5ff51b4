package io.slipway.model.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.FilePath;
import io.slipway.model.spec.Key;
import io.slipway.model.spec.OneOf;
import io.slipway.model.spec.Verb;
import java.util.List;
import java.util.Optional;

/**
 * Applies manifests in a sound order, server-side, with a fact for each object.
 *
 * <pre>{@code
 * deploy: { manifests: ["flink/*.yaml"] }
 * }</pre>
 */
@Doc(
        "Applies manifests server-side in dependency order and records for each object whether it was created, configured or unchanged.")
@Verb(outputs = Deploy.Outputs.class, undo = true)
@OneOf({"manifests", "inline"})
public record Deploy(
        @Doc(value = "Files or globs in the pipeline's folder.", example = "[\"flink/*.yaml\"]")
        List<FilePath> manifests,

        @Doc("Inline objects.") List<JsonNode> inline,

        @Doc("Parameters to substitute for ${NAME} in the manifests.")
        List<String> substitute,

        @Doc("What to do about fields owned by another manager.") @Default("fail")
        Conflicts conflicts,

        @Doc("Namespace of objects that set none (default: the target's).")
        Optional<String> namespace,

        @Key("wait") @Doc("Whether to wait until all objects are ready, like a waitReady step.") @Default("false")
        boolean untilReady)
        implements Action {

    /** What later steps may use. */
    public record Outputs(
            @Doc("The objects, as kind/name; only the first of very many.")
            List<String> objects,

            @Doc("Number of created objects.") long created,
            @Doc("Number of changed objects.") long configured,
            @Doc("Number of unchanged objects.") long unchanged,

            @Doc("Number of objects that the prune at the end removes, unless another step claims them.")
            long pruned) {}
}
