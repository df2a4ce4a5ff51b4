package io.slipway.activities.cluster.ready;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import java.util.Objects;
import java.util.Optional;

/**
 * One object that is waited for.
 *
 * @param ref its name
 * @param object as it was last seen; empty when it is not there
 * @param readiness what its state means
 * @param fingerprint changes whenever something moved
 */
record Item(ObjectRef ref, Optional<JsonNode> object, Readiness readiness, int fingerprint) {
    Item(ObjectRef ref, Optional<JsonNode> object, Readiness readiness) {
        this(ref, object, readiness, Objects.hash(ref, object.map(Item::version).orElse(""), readiness));
    }

    static Item missing(ObjectRef ref) {
        return new Item(ref, Optional.empty(), new Readiness.Progressing("it does not exist"));
    }

    /** Whether it was made of this very tree. */
    @SuppressWarnings("ReferenceEquality") // the watch keeps one tree for each version of an object
    boolean isOf(JsonNode tree) {
        return object.isPresent() && object.get() == tree;
    }

    boolean ready() {
        return readiness.isReady();
    }

    boolean failed() {
        return readiness instanceof Readiness.Failed;
    }

    private static String version(JsonNode object) {
        return object.path("metadata").path("resourceVersion").asText();
    }

    String waitingFor() {
        return ref.display() + ": " + readiness.reason();
    }
}
