package io.slipway.activities.cluster.readiness;

import com.fasterxml.jackson.databind.JsonNode;

/** A user's own idea of ready, such as a CEL expression over {@code object}. */
public interface ReadyPredicate {

    /** How the user wrote it, for reasons. */
    String source();

    /** Whether it holds for the object; what it cannot evaluate it throws as its own error. */
    boolean test(JsonNode object);
}
