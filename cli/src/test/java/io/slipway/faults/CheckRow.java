package io.slipway.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is broken for some checks, and what they must then say. Checks are called {@code step/check}.
 *
 * @param what the fault in words, as the table of the documentation has it
 * @param fault script of the sandbox, or empty
 * @param act what somebody does to an object, or missing: {@code delete}, {@code change}, {@code remove} or {@code apply}
 * @param says for each check that this row is for, parts of what it says
 * @param also other checks that fail as well
 */
record CheckRow(String what, String fault, JsonNode act, Map<String, Said> says, List<String> also) {

    /** Parts of what is said: cause, with the object in it, and fix. */
    record Said(String object, String cause, String fix) {}

    static CheckRow of(JsonNode entry) {
        Map<String, Said> says = new LinkedHashMap<>();
        entry.path("says").properties().forEach(check -> says.put(check.getKey(), said(check.getValue())));
        List<String> also = new ArrayList<>();
        entry.path("also").forEach(check -> also.add(check.asText()));
        return new CheckRow(what(entry), entry.path("fault").asText(""), entry, says, also);
    }

    /** All checks that fail. */
    List<String> failing() {
        return Stream.concat(says.keySet().stream(), also.stream()).sorted().toList();
    }

    private static Said said(JsonNode said) {
        return new Said(
                said.path("object").asText(),
                said.path("cause").asText(),
                said.path("fix").asText());
    }

    private static String what(JsonNode entry) {
        if (entry.has("fault")) {
            return "`" + entry.path("fault").asText() + "`";
        }
        if (entry.has("delete")) {
            return "somebody deletes " + entry.path("delete").asText();
        }
        if (entry.has("change")) {
            return "somebody changes " + entry.path("change").asText() + ": `"
                    + entry.path("with").toString().replace("\"", "") + "`";
        }
        if (entry.has("remove")) {
            return "somebody takes " + entry.path("at").asText() + " out of "
                    + entry.path("remove").asText();
        }
        JsonNode made = entry.path("apply");
        return "somebody makes " + made.path("kind").asText().toLowerCase(Locale.ROOT) + "/"
                + made.path("metadata").path("name").asText();
    }
}
