package io.slipway.sandbox.api.defaults;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Sets what is not set. */
final class Put {

    private Put() {}

    static void text(ObjectNode into, String field, String value) {
        if (!into.has(field)) {
            into.put(field, value);
        }
    }

    static void number(ObjectNode into, String field, int value) {
        if (!into.has(field)) {
            into.put(field, value);
        }
    }

    static void flag(ObjectNode into, String field, boolean value) {
        if (!into.has(field)) {
            into.put(field, value);
        }
    }

    /** The object under a field, made when missing. */
    static ObjectNode object(ObjectNode into, String field) {
        return into.get(field) instanceof ObjectNode object ? object : into.putObject(field);
    }
}
