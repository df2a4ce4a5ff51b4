package io.slipway.activities.cluster.ready;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import java.util.Optional;

/**
 * One object that is waited for.
 *
 * @param ref its name
 * @param object as it was last seen; empty when it is not there
 * @param readiness what its state means
 */
record Item(ObjectRef ref, Optional<JsonNode> object, Readiness readiness) {
    static Item missing(ObjectRef ref) {
        return new Item(ref, Optional.empty(), new Readiness.Progressing("it does not exist"));
    }

    boolean ready() {
        return readiness.isReady();
    }

    boolean failed() {
        return readiness instanceof Readiness.Failed;
    }

    String waitingFor() {
        return ref.display() + ": " + readiness.reason();
    }
}
