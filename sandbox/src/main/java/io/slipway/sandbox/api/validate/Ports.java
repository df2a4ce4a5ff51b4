package io.slipway.sandbox.api.validate;

import com.fasterxml.jackson.databind.JsonNode;

/** Numbers of ports. */
final class Ports {

    private static final int LAST = 65535;

    private Ports() {}

    static void check(String field, JsonNode port, Mistakes mistakes) {
        if (port.isMissingNode()) {
            mistakes.required(field);
        } else if (port.asInt() < 1 || port.asInt() > LAST) {
            mistakes.invalid(field, port, "must be between 1 and 65535, inclusive");
        }
    }
}
