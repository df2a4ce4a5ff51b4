package io.slipway.workflows.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The input of a fleet, as a person may type it: {@code {"fleet": "edge"}}.
 *
 * @param fleet name of a fleet in the worker's folders
 * @param by who started it, as claimed
 * @param resume whether it goes on from its journal, as after {@code continue}
 * @param skip with {@code resume}: failed targets that are gone on without
 */
public record FleetInput(String fleet, String by, boolean resume, List<String> skip) {
    private static final Set<String> FIELDS = Set.of("fleet", "by", "resume", "skip");

    public FleetInput {
        skip = List.copyOf(skip);
    }

    /** Reads what was typed; every mistake goes into {@code problems}, a line each. */
    public static FleetInput read(JsonNode typed, List<String> problems) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        if (typed instanceof ObjectNode object) {
            tree = object;
        } else {
            problems.add("the input must be a JSON object such as {\"fleet\": \"edge\"}");
        }
        tree.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                problems.add("unknown field '" + name + "'; valid fields: " + String.join(", ", new TreeSet<>(FIELDS)));
            }
        });
        boolean resume = tree.path("resume").asBoolean(false);
        if (!tree.path("fleet").isTextual() && !resume) {
            problems.add("'fleet' is missing: write {\"fleet\": \"NAME\"}");
        }
        return new FleetInput(
                tree.path("fleet").asText(""),
                tree.path("by").asText(""),
                resume,
                tree.path("skip").valueStream().map(JsonNode::asText).toList());
    }
}
