package io.slipway.sandbox.api.authz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Tests one rule of a role. */
final class PolicyRule {

    private PolicyRule() {}

    static boolean allows(JsonNode rule, Attributes wanted) {
        if (!contains(rule.path("verbs"), wanted.verb())) {
            return false;
        }
        return wanted.resource().isEmpty() ? allowsPath(rule, wanted.path()) : allowsResource(rule, wanted);
    }

    private static boolean allowsResource(JsonNode rule, Attributes wanted) {
        return contains(rule.path("apiGroups"), wanted.group())
                && resource(rule.path("resources"), wanted)
                && (rule.path("resourceNames").isEmpty()
                        || texts(rule.path("resourceNames")).contains(wanted.name()));
    }

    private static boolean resource(JsonNode resources, Attributes wanted) {
        return contains(resources, wanted.ruleResource())
                || (!wanted.subresource().isEmpty() && texts(resources).contains("*/" + wanted.subresource()));
    }

    private static boolean allowsPath(JsonNode rule, String path) {
        return texts(rule.path("nonResourceURLs")).stream()
                .anyMatch(url ->
                        url.endsWith("*") ? path.startsWith(url.substring(0, url.length() - 1)) : path.equals(url));
    }

    private static boolean contains(JsonNode list, String value) {
        List<String> texts = texts(list);
        return texts.contains("*") || texts.contains(value);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
