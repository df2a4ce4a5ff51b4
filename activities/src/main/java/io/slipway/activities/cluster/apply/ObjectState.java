package io.slipway.activities.cluster.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.json.Hash;
import io.slipway.model.json.Json;
import java.util.List;
import java.util.Map;

/** Fingerprints of live objects: equal as long as nobody has changed more than the status. */
public final class ObjectState {
    private static final List<String> BOOKKEEPING = List.of("managedFields", "resourceVersion", "generation");
    private static final int LENGTH = 16;

    private ObjectState() {}

    /** The fingerprint. That of a Secret is made of its version only, so that nobody can guess values by it. */
    public static String of(JsonNode live) {
        JsonNode metadata = live.path("metadata");
        if (live.path("kind").asText().equals("Secret")) {
            return metadata.path("uid").asText() + "@"
                    + metadata.path("resourceVersion").asText();
        }
        ObjectNode kept = live.deepCopy();
        kept.remove("status");
        kept.withObjectProperty("metadata").remove(BOOKKEEPING);
        Map<?, ?> sorted = Json.mapper().convertValue(kept, Map.class); // maps are written with sorted keys
        return Hash.of(Json.write(sorted)).substring(0, LENGTH);
    }
}
