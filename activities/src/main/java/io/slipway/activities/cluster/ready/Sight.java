package io.slipway.activities.cluster.ready;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ObjectRef;
import java.util.Collection;
import java.util.Optional;

/** Objects as they were seen. */
interface Sight {
    /** The object of that name, or empty when there is none. */
    Optional<JsonNode> get(ApiKind kind, ObjectRef ref);

    /** All objects of a kind in a namespace that matter. */
    Collection<JsonNode> objects(ApiKind kind, String namespace);
}
