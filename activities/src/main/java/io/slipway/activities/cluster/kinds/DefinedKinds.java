package io.slipway.activities.cluster.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.api.ApiKind;
import java.util.List;

/** The kinds that a CustomResourceDefinition defines. */
public final class DefinedKinds {
    private DefinedKinds() {}

    /** Those of an object, one for each version; none when it is something else. */
    public static List<ApiKind> of(JsonNode object) {
        if (!object.path("kind").asText().equals("CustomResourceDefinition")) {
            return List.of();
        }
        JsonNode spec = object.path("spec");
        return spec.path("versions")
                .valueStream()
                .map(version -> ApiKind.of(
                        spec.path("group").asText() + "/" + version.path("name").asText(),
                        spec.path("names").path("kind").asText(),
                        spec.path("names").path("plural").asText(),
                        spec.path("scope").asText().equals("Namespaced")))
                .toList();
    }
}
