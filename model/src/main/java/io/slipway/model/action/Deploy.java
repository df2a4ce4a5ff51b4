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
        "Applies manifests server-side in a sound order and records a fact for each object: created, configured, unchanged.")
@Verb(outputs = Deploy.Outputs.class)
@OneOf({"manifests", "inline"})
public record Deploy(
        @Doc(value = "Files or globs in the pipeline's folder.", example = "[\"flink/*.yaml\"]")
        List<FilePath> manifests,

        @Doc("Objects written here.") List<JsonNode> inline,

        @Doc("Names of ${NAME} variables the manifests may use, taken from the parameters.")
        List<String> substitute,

        @Doc("What to do about fields that another manager owns.") @Default("fail")
        Conflicts conflicts,

        @Doc("Namespace of objects that name none; the target's own when left out.")
        Optional<String> namespace,

        @Key("wait") @Doc("Whether to wait until all objects are ready, as a waitReady step would.") @Default("false")
        boolean untilReady)
        implements Action {

    /** What later steps may use. */
    public record Outputs(
            @Doc("The objects, as kind/name; of thousands the first.")
            List<String> objects,

            @Doc("How many were created.") long created,
            @Doc("How many were changed.") long configured,
            @Doc("How many were as they should be.") long unchanged,

            @Doc("How many will be removed by the prune at the end, if nothing else claims them.")
            long pruned) {}
}
