package io.slipway.sandbox.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.ResourceKind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads ConfigMaps and Secrets for containers. */
final class ConfigSources {
    private final ObjectStore store;

    ConfigSources(ObjectStore store) {
        this.store = store;
    }

    /** Everything an {@code envFrom} entry brings. */
    Map<String, String> all(String namespace, JsonNode from) throws ConfigProblem {
        boolean secret = from.has("secretRef");
        JsonNode ref = from.path(secret ? "secretRef" : "configMapRef");
        Optional<Map<String, String>> data =
                data(namespace, secret, ref.path("name").asText());
        if (data.isEmpty() && !ref.path("optional").asBoolean()) {
            throw missing(secret, ref.path("name").asText());
        }
        Map<String, String> prefixed = new TreeMap<>();
        data.orElse(Map.of())
                .forEach((key, value) -> prefixed.put(from.path("prefix").asText("") + key, value));
        return prefixed;
    }

    /** The value a {@code secretKeyRef} or {@code configMapKeyRef} points at; empty when it is optional and missing. */
    Optional<String> one(String namespace, JsonNode from) throws ConfigProblem {
        boolean secret = from.has("secretKeyRef");
        JsonNode ref = from.path(secret ? "secretKeyRef" : "configMapKeyRef");
        String name = ref.path("name").asText();
        String key = ref.path("key").asText();
        boolean optional = ref.path("optional").asBoolean();
        Optional<Map<String, String>> data = data(namespace, secret, name);
        if (data.isEmpty() && !optional) {
            throw missing(secret, name);
        }
        Optional<String> value = data.map(all -> all.get(key));
        if (value.isEmpty() && !optional) {
            throw new ConfigProblem(
                    "couldn't find key " + key + " in " + (secret ? "Secret " : "ConfigMap ") + namespace + "/" + name);
        }
        return value;
    }

    /** The entries of a Secret (decoded) or ConfigMap; empty when it is not there. */
    Optional<Map<String, String>> data(String namespace, boolean secret, String name) {
        ResourceKind kind = secret ? Kinds.SECRET : Kinds.CONFIG_MAP;
        return store.view(kind, namespace, name).map(object -> entries(object, secret));
    }

    private static Map<String, String> entries(ObjectNode object, boolean encoded) {
        Map<String, String> entries = new TreeMap<>();
        object.path("data")
                .properties()
                .forEach(entry -> entries.put(
                        entry.getKey(),
                        encoded
                                ? decode(entry.getValue().asText())
                                : entry.getValue().asText()));
        return entries;
    }

    private static String decode(String base64) {
        return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private static ConfigProblem missing(boolean secret, String name) {
        return new ConfigProblem((secret ? "secret \"" : "configmap \"") + name + "\" not found");
    }
}
