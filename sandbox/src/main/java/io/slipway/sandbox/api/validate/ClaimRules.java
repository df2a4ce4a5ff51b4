package io.slipway.sandbox.api.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.kube.Quantities;
import java.math.BigDecimal;
import java.util.Optional;

/** PersistentVolumeClaims: a bound one may grow, and nothing else of a claim changes. */
final class ClaimRules {

    private static final String STORAGE = "/spec/resources/requests/storage";

    private ClaimRules() {}

    static void check(JsonNode object, Optional<ObjectNode> previous, Mistakes mistakes) {
        if (object.at("/spec/accessModes").isEmpty()) {
            mistakes.required("spec.accessModes", "at least 1 access mode is required");
        }
        if (object.at(STORAGE).isMissingNode()) {
            mistakes.required("spec.resources[storage]");
        }
        previous.ifPresent(old -> {
            immutable(old, object, mistakes);
            size(old, object, mistakes);
        });
    }

    private static void immutable(JsonNode old, JsonNode object, Mistakes mistakes) {
        boolean grows = object.at("/status/phase").asText().equals("Bound");
        ObjectNode was = compared(old, grows);
        if (was.has("storageClassName") && !was.equals(compared(object, grows))) {
            mistakes.forbidden(
                    "spec",
                    "spec is immutable after creation except resources.requests and volumeAttributesClassName for "
                            + "bound claims");
        }
    }

    /** Sizes are compared as amounts: {@code 1Gi} is {@code 1024Mi}. */
    private static ObjectNode compared(JsonNode claim, boolean grows) {
        ObjectNode spec = claim.path("spec").deepCopy();
        spec.remove("volumeName");
        if (!claim.at(STORAGE).isMissingNode()) {
            ObjectNode requests = spec.withObject("/resources/requests");
            if (grows) {
                requests.remove("storage");
            } else {
                requests.put("storage", amount(claim, STORAGE).toPlainString());
            }
        }
        return spec;
    }

    private static void size(JsonNode old, JsonNode object, Mistakes mistakes) {
        BigDecimal wanted = amount(object, STORAGE);
        boolean smaller = wanted.compareTo(amount(old, STORAGE)) < 0;
        if (smaller && wanted.compareTo(amount(old, "/status/capacity/storage")) <= 0) {
            mistakes.forbidden("spec.resources.requests.storage", "field can not be less than status.capacity");
        }
    }

    private static BigDecimal amount(JsonNode claim, String pointer) {
        return Quantities.parse(claim.at(pointer)).stripTrailingZeros();
    }
}
