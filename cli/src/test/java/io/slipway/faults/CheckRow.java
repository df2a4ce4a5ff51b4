package io.slipway.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What is broken for some checks, and what must then be said.
 *
 * @param what the fault in words, as the table of the documentation has it
 * @param fault script of the sandbox, or empty
 * @param delete kind/name of an object that somebody deletes, or empty
 * @param change an object, and what somebody lays over it; or missing
 * @param apply an object that somebody creates, or missing
 * @param checks exactly these fail
 * @param cause part of what the first of them gives as cause
 * @param fix part of what it says is to be done
 */
record CheckRow(
        String what,
        String fault,
        String delete,
        JsonNode change,
        JsonNode apply,
        List<String> checks,
        String cause,
        String fix) {

    static CheckRow of(JsonNode entry) {
        List<String> checks = new ArrayList<>();
        entry.path("checks").forEach(check -> checks.add(check.asText()));
        return new CheckRow(
                what(entry),
                entry.path("fault").asText(""),
                entry.path("delete").asText(""),
                entry.path("change"),
                entry.path("apply"),
                checks,
                entry.path("cause").asText(),
                entry.path("fix").asText());
    }

    private static String what(JsonNode entry) {
        if (entry.has("fault")) {
            return entry.path("fault").asText();
        }
        if (entry.has("delete")) {
            return "somebody deletes " + entry.path("delete").asText();
        }
        if (entry.has("change")) {
            return "somebody changes " + entry.path("change").path("object").asText() + ": "
                    + entry.path("change").path("with").toString().replace("\"", "");
        }
        JsonNode made = entry.path("apply");
        return "somebody creates " + made.path("kind").asText().toLowerCase(java.util.Locale.ROOT) + "/"
                + made.path("metadata").path("name").asText();
    }
}
