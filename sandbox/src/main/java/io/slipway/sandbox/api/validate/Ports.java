package io.slipway.sandbox.api.validate;

import com.fasterxml.jackson.databind.JsonNode;

/** Numbers and names of ports. */
final class Ports {

    private static final int LAST = 65535;
    private static final int LONGEST_NAME = 15;

    private Ports() {}

    static void check(String field, JsonNode port, Mistakes mistakes) {
        if (port.isMissingNode()) {
            mistakes.required(field);
        } else if (port.asInt() < 1 || port.asInt() > LAST) {
            mistakes.invalid(field, port, "must be between 1 and 65535, inclusive");
        }
    }

    /** The name of a container's port; those of Services may be longer. */
    static void name(String field, String name, Mistakes mistakes) {
        if (name.length() > LONGEST_NAME) {
            mistakes.invalid(field, name, "must be no more than " + LONGEST_NAME + " characters");
        }
        if (!name.matches("[-a-z0-9]+")) {
            mistakes.invalid(field, name, "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
        }
        if (!name.matches(".*[a-z].*")) {
            mistakes.invalid(field, name, "must contain at least one letter (a-z)");
        }
        if (name.contains("--")) {
            mistakes.invalid(field, name, "must not contain consecutive hyphens");
        }
        if (name.startsWith("-") || name.endsWith("-")) {
            mistakes.invalid(field, name, "must not begin or end with a hyphen");
        }
    }
}
