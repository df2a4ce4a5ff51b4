package io.slipway.model.action;

import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.OneOf;
import io.slipway.model.spec.Required;
import io.slipway.model.spec.ShortForm;
import io.slipway.model.spec.Verb;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a Kubernetes Secret from references, or leaves it alone when it is equal. Values never leave the worker.
 *
 * <pre>{@code
 * secret:
 *   name: minio-credentials
 *   data: { root-user: "${{ secrets.minio.user }}", root-password: { generate: 32 } }
 * }</pre>
 */
@Doc("Makes a Secret, or leaves it alone when it is equal; values never leave the worker.")
@Verb(outputs = Secret.Outputs.class)
public record Secret(
        @Doc("Name of the Secret.") String name,
        @Doc("Namespace; the target's own when left out.") Optional<String> namespace,
        @Doc("Type of the Secret.") @Default("Opaque") String type,
        @Doc("Labels.") Map<String, String> labels,

        @Doc("Keys and where their values come from.") @Required
        Map<String, Value> data,

        @Doc("Whether generated values are made anew.") @Default("false")
        boolean rotate)
        implements Action {

    /** Where a value comes from. */
    @Doc("Where a value comes from.")
    @ShortForm("value")
    @OneOf({"value", "generate", "from"})
    public record Value(
            @Doc("A secret reference, or a text that is no secret.")
            Optional<String> value,

            @Doc("A random text of so many characters, made once.")
            Optional<Integer> generate,

            @Doc("Another Secret, as name/key.") Optional<String> from) {}

    /** What later steps may use. */
    public record Outputs(
            @Doc("Whether the Secret was made or changed.") boolean changed) {}
}
