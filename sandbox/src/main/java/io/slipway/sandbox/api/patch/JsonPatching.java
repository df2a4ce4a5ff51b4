package io.slipway.sandbox.api.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.zjsonpatch.JsonPatch;
import io.fabric8.zjsonpatch.JsonPatchException;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.Status;
import io.slipway.sandbox.store.StatusException;

/** JSON patch, RFC 6902. */
public final class JsonPatching {

    private static final int MOST_OPERATIONS = 10_000;
    private static final long MOST_COPIED = 3 << 20;

    private JsonPatching() {}

    /**
     * Applies a patch.
     *
     * @param target the object, not modified
     * @param patch the operations
     * @return the patched object
     * @throws io.slipway.sandbox.store.StatusException {@code BadRequest} or {@code Invalid} when it cannot be applied
     */
    public static ObjectNode apply(ObjectNode target, JsonNode patch) {
        if (!patch.isArray()) {
            throw Refusals.badRequest("a JSON patch must be an array of operations");
        }
        if (patch.size() > MOST_OPERATIONS) {
            throw Refusals.refusal(
                    413,
                    "RequestEntityTooLarge",
                    "Request entity too large: The allowed maximum operations in a JSON patch is %d, got %d"
                            .formatted(MOST_OPERATIONS, patch.size()),
                    Status.Details.NONE);
        }
        try {
            if (applied(target, patch) instanceof ObjectNode object) {
                return object;
            }
            throw Refusals.badRequest("the patch does not leave an object");
        } catch (JsonPatchException wrong) {
            String message = "the server rejected our request due to an error in our request";
            StatusException refused = Refusals.refusal(422, "Invalid", message, Status.Details.NONE);
            refused.initCause(wrong);
            throw refused;
        }
    }

    /** Stops between operations that copy: each may double what there is. */
    private static JsonNode applied(JsonNode target, JsonNode patch) {
        JsonNode result = target;
        ArrayNode next = JsonNodeFactory.instance.arrayNode();
        long copied = 0;
        for (JsonNode operation : patch) {
            if (operation.path("op").asText().equals("copy")) {
                result = JsonPatch.apply(next, result);
                next = JsonNodeFactory.instance.arrayNode();
                copied += size(result, operation.path("from").asText());
                if (copied > MOST_COPIED) {
                    throw new JsonPatchException("the copies make " + copied + " characters, more than " + MOST_COPIED);
                }
            }
            next.add(operation);
        }
        return JsonPatch.apply(next, result);
    }

    private static int size(JsonNode target, String from) {
        return from.startsWith("/") ? target.at(from).toString().length() : 0;
    }
}
