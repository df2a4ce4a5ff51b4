package io.slipway.sandbox.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.sandbox.store.ResourceKind;
import io.slipway.sandbox.store.ServedKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the kind a CustomResourceDefinition describes. */
final class CustomKindReader {

    private CustomKindReader() {}

    static ServedKind read(JsonNode crd) {
        JsonNode spec = crd.path("spec");
        JsonNode names = spec.path("names");
        String storage = "";
        List<String> served = new ArrayList<>();
        Set<String> subresources = new HashSet<>();
        for (JsonNode version : spec.path("versions")) {
            String name = version.path("name").asText();
            if (version.path("storage").asBoolean()) {
                storage = name;
            }
            if (version.path("served").asBoolean()) {
                served.add(name);
            }
            version.path("subresources").fieldNames().forEachRemaining(subresources::add);
        }
        served.sort(VersionOrder.BEST_FIRST);
        ResourceKind kind = new ResourceKind(
                spec.path("group").asText(),
                storage,
                names.path("kind").asText(),
                names.path("plural").asText(),
                spec.path("scope").asText().equals("Namespaced"));
        return new ServedKind(
                kind,
                names.path("singular").asText(),
                texts(names.path("shortNames")),
                texts(names.path("categories")),
                subresources,
                served,
                false);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
