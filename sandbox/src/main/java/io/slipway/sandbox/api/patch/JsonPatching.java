package io.slipway.sandbox.api.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.zjsonpatch.JsonPatch;
import io.fabric8.zjsonpatch.JsonPatchException;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.Status;
import io.slipway.sandbox.store.StatusException;

/** JSON patch, RFC 6902. */
public final class JsonPatching {

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
        try {
            if (JsonPatch.apply(patch, target) instanceof ObjectNode object) {
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
}
