package io.slipway.activities.patch;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.compare.ChangedPaths;
import io.slipway.activities.secrets.Masker;
import io.slipway.model.json.Hash;
import io.slipway.model.json.Json;
import java.util.List;
import java.util.Set;

/**
 * What a try is about to make of an object. It is kept before the write, and the object names it ({@link PatchMark}): a
 * successor that knows nothing else can tell what was done.
 *
 * @param patch hash of the change
 * @param before the object as it was
 * @param after the object as the server foresees it, without values of secrets
 * @param fields the paths that differ
 */
record Made(String patch, JsonNode before, JsonNode after, List<String> fields) {
    Made {
        fields = List.copyOf(fields);
    }

    static Made of(JsonNode patch, JsonNode before, JsonNode after, Masker masker) {
        return new Made(hash(patch), before, masked(after, masker), ChangedPaths.between(before, after));
    }

    private static String hash(JsonNode patch) {
        return Hash.of(Json.write(patch));
    }

    private static JsonNode masked(JsonNode tree, Masker masker) {
        return Json.read(masker.mask(Json.write(tree)), JsonNode.class);
    }

    /** Whether it was this change, and an object still has all that it made. */
    boolean isIn(JsonNode live, JsonNode wanted, Masker masker) {
        Set<String> since = Set.copyOf(ChangedPaths.between(after, masked(live, masker)));
        return patch.equals(hash(wanted)) && fields.stream().noneMatch(since::contains);
    }
}
