package io.slipway.activities.helm.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.step.StepFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a single value goes: {@code image.tag}, {@code hosts[0].name}; a dot in a name is written as {@code \.}.
 *
 * @param text as written
 * @param parts names of fields, and numbers of elements as {@code [0]}
 */
record SetPath(String text, List<String> parts) {
    private static final Pattern PART = Pattern.compile("((?:[^.\\[\\]\\\\]|\\\\.)+)|\\[(\\d{1,3})]");

    SetPath {
        parts = List.copyOf(parts);
    }

    static SetPath of(String text) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(text);
        int end = 0;
        while (matcher.lookingAt()) {
            parts.add(
                    matcher.group(1) == null
                            ? matcher.group()
                            : matcher.group(1).replaceAll("\\\\(.)", "$1"));
            end = matcher.end();
            boolean dot = end < text.length() && text.charAt(end) == '.';
            matcher.region(dot ? end + 1 : end, text.length());
            end = dot ? end + 1 : end;
        }
        if (end != text.length()
                || parts.isEmpty()
                || text.endsWith(".")
                || parts.getFirst().startsWith("[")) {
            throw StepFailure.permanent(
                    "'" + text + "' is not a value path",
                    "a path consists of names joined by dots, and elements such as hosts[0]",
                    "correct the key under 'set'");
        }
        return new SetPath(text, parts);
    }

    void put(ObjectNode values, JsonNode value) {
        JsonNode at = values;
        for (int i = 0; i < parts.size() - 1; i++) {
            boolean list = parts.get(i + 1).startsWith("[");
            at = inner(at, parts.get(i), list);
        }
        set(at, parts.getLast(), value);
    }

    private JsonNode inner(JsonNode at, String part, boolean list) {
        JsonNode known = at instanceof ArrayNode ? at.path(number(part)) : at.path(part);
        if (list ? known.isArray() : known.isObject()) {
            return known;
        }
        JsonNode made = list ? ((ContainerNode<?>) at).arrayNode() : ((ContainerNode<?>) at).objectNode();
        set(at, part, made);
        return made;
    }

    private void set(JsonNode at, String part, JsonNode value) {
        switch (at) {
            case ArrayNode array -> {
                int number = number(part);
                while (array.size() <= number) {
                    array.addNull();
                }
                array.set(number, value);
            }
            case ObjectNode object -> object.set(part, value);
            default -> throw new IllegalStateException("neither list nor map at " + part + " of " + text);
        }
    }

    private static int number(String part) {
        return Integer.parseInt(part.substring(1, part.length() - 1));
    }
}
