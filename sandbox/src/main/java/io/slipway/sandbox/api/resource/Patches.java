package io.slipway.sandbox.api.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.http.Json;
import io.slipway.sandbox.api.patch.JsonPatching;
import io.slipway.sandbox.api.patch.MergePatch;
import io.slipway.sandbox.api.patch.StrategicMergePatch;
import io.slipway.sandbox.api.types.TypeTable;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.ServedKind;
import io.slipway.sandbox.store.Status;
import java.util.function.UnaryOperator;

/** Reads a patch by its media type. */
final class Patches {

    private Patches() {}

    static UnaryOperator<ObjectNode> of(String type, byte[] body, ServedKind kind) {
        JsonNode patch = Json.read(body);
        return switch (type) {
            case "application/json-patch+json" -> now -> JsonPatching.apply(now, patch);
            case "application/merge-patch+json" -> now -> merged(now, patch);
            case "application/strategic-merge-patch+json" -> strategic(patch, kind);
            default ->
                throw unsupported("the body of the request was in an unknown format - accepted media types include: "
                        + "application/json-patch+json, application/merge-patch+json, "
                        + "application/strategic-merge-patch+json, application/apply-patch+yaml");
        };
    }

    private static UnaryOperator<ObjectNode> strategic(JsonNode patch, ServedKind kind) {
        if (!kind.builtIn()) {
            throw unsupported("the body of the request was in an unknown format - accepted media types include: "
                    + "application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml");
        }
        return now -> {
            StrategicMergePatch.apply(now, patch, TypeTable.object(kind.kind()));
            return now;
        };
    }

    private static ObjectNode merged(ObjectNode now, JsonNode patch) {
        MergePatch.apply(now, patch);
        return now;
    }

    private static RuntimeException unsupported(String message) {
        return Refusals.refusal(415, "UnsupportedMediaType", message, Status.Details.NONE);
    }
}
