package io.slipway.sandbox.api.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.types.Base64Text;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** ConfigMaps and Secrets. */
final class ConfigRules {

    private static final int DATA_LIMIT = 1 << 20;

    private ConfigRules() {}

    static void config(JsonNode object, Optional<ObjectNode> previous, Mistakes mistakes) {
        keys("data", object.path("data"), mistakes);
        keys("binaryData", object.path("binaryData"), mistakes);
        long size =
                object.path("data").valueStream().mapToLong(ConfigRules::length).sum();
        size += object.path("binaryData")
                .valueStream()
                .mapToLong(ConfigRules::decodedLength)
                .sum();
        if (size > DATA_LIMIT) {
            mistakes.tooLong("[]", DATA_LIMIT);
        }
        kept(object, previous, mistakes);
    }

    static void secret(JsonNode object, Optional<ObjectNode> previous, Mistakes mistakes) {
        keys("data", object.path("data"), mistakes);
        object.path("data")
                .properties()
                .forEach(entry -> Base64Text.illegalAt(entry.getValue().asText())
                        .ifPresent(at -> mistakes.invalid(
                                "data[" + entry.getKey() + "]",
                                "<redacted>",
                                "illegal base64 data at input byte " + at)));
        if (object.path("data")
                        .valueStream()
                        .mapToLong(ConfigRules::decodedLength)
                        .sum()
                > DATA_LIMIT) {
            mistakes.tooLong("data", DATA_LIMIT);
        }
        kept(object, previous, mistakes);
        previous.ifPresent(old -> WorkloadRules.immutable("type", old.path("type"), object.path("type"), mistakes));
    }

    private static void keys(String field, JsonNode data, Mistakes mistakes) {
        data.properties()
                .forEach(entry -> Names.configKey(entry.getKey())
                        .ifPresent(why -> mistakes.invalid(field + "[" + entry.getKey() + "]", entry.getKey(), why)));
    }

    private static void kept(JsonNode object, Optional<ObjectNode> previous, Mistakes mistakes) {
        previous.filter(old -> old.path("immutable").asBoolean()).ifPresent(old -> {
            if (!object.path("immutable").asBoolean()) {
                mistakes.forbidden("immutable", "field is immutable when `immutable` is set");
            }
            if (!old.path("data").equals(object.path("data"))) {
                mistakes.forbidden("data", "field is immutable when `immutable` is set");
            }
        });
    }

    private static long length(JsonNode text) {
        return text.asText().getBytes(StandardCharsets.UTF_8).length;
    }

    /** Limits count what is kept, not how it is written. */
    private static long decodedLength(JsonNode base64) {
        String text = base64.asText();
        return Base64Text.illegalAt(text).isPresent()
                ? text.length()
                : Base64.getMimeDecoder().decode(text).length;
    }
}
