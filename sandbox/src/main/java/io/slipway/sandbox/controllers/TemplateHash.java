package io.slipway.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.sandbox.kube.RandomNames;

/** The {@code pod-template-hash} of a template: the same for equal templates. */
final class TemplateHash {
    private TemplateHash() {}

    static String of(JsonNode template) {
        return RandomNames.encode(Integer.toUnsignedLong(hash(template))).replaceAll("b+$", "");
    }

    /** Independent of the order of keys. */
    private static int hash(JsonNode node) {
        if (node.isObject()) {
            int sum = 17;
            for (var entry : node.properties()) {
                sum += mix(entry.getKey().hashCode() * 31 + hash(entry.getValue()));
            }
            return sum;
        }
        if (node.isArray()) {
            int sum = 19;
            for (JsonNode item : node) {
                sum = sum * 31 + mix(hash(item));
            }
            return sum;
        }
        return mix(node.asText().hashCode());
    }

    private static int mix(int value) {
        int mixed = value * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }
}
