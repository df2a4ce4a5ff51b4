package io.slipway.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is broken for one rule, and what must then be said.
 *
 * @param rule the rule's name
 * @param name name of the object that is broken, and of its namespace
 * @param make what is deployed, a name of {@link Manifests}
 * @param labels whose labels the pod has, or empty
 * @param spec laid over the object's spec
 * @param scripts faults, as for {@code --fault}
 * @param of the object looked at, as kind/name
 * @param said what must be said
 * @param also rules that speak of other objects as a consequence
 */
record FaultRow(
        String rule,
        String name,
        String make,
        String labels,
        ObjectNode spec,
        List<String> scripts,
        String of,
        Said said,
        List<String> also) {

    /** Parts of what is said: the object's beginning, cause and fix. */
    record Said(String object, String cause, String fix) {}

    /** Reads a row; names begin with the prefix, so that tables do not share objects. */
    static FaultRow of(JsonNode entry, String prefix) {
        String rule = entry.path("rule").asText();
        String name = entry.path("name").asText(prefix + kebab(rule));
        String make = entry.path("make").asText("pod");
        String object = Manifests.kind(make) + "/" + name;
        Said said = new Said(named(entry, "object", name), named(entry, "cause", name), named(entry, "fix", name));
        ObjectNode spec = entry.path("spec").isObject()
                ? entry.path("spec").deepCopy()
                : Json.mapper().createObjectNode();
        return new FaultRow(
                rule,
                name,
                make,
                entry.path("labels").asText(""),
                spec,
                scripts(entry, object, name),
                entry.path("of").asText(object),
                said,
                texts(entry.path("also")));
    }

    private static List<String> scripts(JsonNode entry, String object, String name) {
        List<String> scripts = new ArrayList<>(texts(entry.path("scripts")));
        for (String fault : texts(entry.path("fault"))) {
            if (!fault.equals("none")) {
                String struck = object.startsWith("buildconfig/") ? "build/" + name + "-1" : object;
                scripts.add(struck + ": " + fault.replace("$n", name));
            }
        }
        return scripts;
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(each -> texts.add(each.asText()));
        } else if (node.isTextual()) {
            texts.add(node.asText());
        }
        return texts;
    }

    private static String named(JsonNode entry, String field, String name) {
        return entry.path(field).asText().replace("$n", name);
    }

    private static String kebab(String rule) {
        return rule.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
