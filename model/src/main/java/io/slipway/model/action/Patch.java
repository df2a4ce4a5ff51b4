package io.slipway.model.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Ref;
import io.slipway.model.spec.Verb;
import java.util.Optional;

/**
 * Makes one change to one object; what it was before is kept.
 *
 * <pre>{@code
 * patch: { of: configmap/flink-k8s-config, patch: { data: { taskmanager.numberOfTaskSlots: "8" } } }
 * patch: { of: deployment/web, type: json, patch: [{ op: remove, path: /spec/template/spec/nodeSelector }] }
 * }</pre>
 */
@Doc("Changes one object; its earlier values are kept for undo.")
@Verb(outputs = Patch.Outputs.class, undo = true)
public record Patch(
        @Doc("The object as kind/name.") Ref of,

        @Doc("The change: a map, or a list of operations for type json.")
        JsonNode patch,

        @Doc("Format of the change.") @Default("merge") Type type,
        @Doc("Namespace (default: the target's).") Optional<String> namespace)
        implements Action {
    public Patch {
        boolean list = type == Type.JSON;
        if (list ? !patch.isArray() : !patch.isObject()) {
            throw new IllegalArgumentException(
                    list ? "'patch' of type json must be a list of operations" : "'patch' must be a map of fields");
        }
        if (patch.isEmpty()) {
            throw new IllegalArgumentException("'patch' changes nothing");
        }
    }

    /** How a change is written. */
    public enum Type {
        @Doc("Fields to set; null removes a field; lists are replaced.")
        MERGE,
        @Doc("A list of operations: op, path, value.")
        JSON,
        @Doc("Like merge, but lists of built-in kinds are merged by their keys.")
        STRATEGIC
    }

    /** What later steps may use. */
    public record Outputs(
            @Doc("Whether the object was changed.") boolean changed) {}
}
