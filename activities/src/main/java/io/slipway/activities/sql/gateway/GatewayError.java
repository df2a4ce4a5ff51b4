package io.slipway.activities.sql.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.reach.HttpReply;
import java.util.List;

/** Finds the line of a gateway's error that says what is wrong: the innermost cause of the trace it sends. */
final class GatewayError {
    private static final String CAUSE = "Caused by: ";

    private GatewayError() {}

    static String root(HttpReply reply) {
        JsonNode errors = reply.body().path("errors");
        String text = errors.isEmpty()
                ? reply.text()
                : String.join("\n", errors.valueStream().map(JsonNode::asText).toList());
        return root(text);
    }

    static String root(String text) {
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("at ") && !line.startsWith("... "))
                .toList();
        return lines.stream()
                .filter(line -> line.startsWith(CAUSE))
                .reduce((first, second) -> second)
                .map(line -> line.substring(CAUSE.length()))
                .or(() -> lines.stream()
                        .filter(line -> line.matches(".*(Exception|Error)\\b.*"))
                        .filter(line -> !line.startsWith("<Exception on server side"))
                        .findFirst())
                .or(() -> lines.stream().findFirst())
                .orElse("the gateway gave no reason");
    }
}
