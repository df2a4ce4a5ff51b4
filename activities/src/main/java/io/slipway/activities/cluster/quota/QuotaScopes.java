package io.slipway.activities.cluster.quota;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/**
 * Whether a quota counts pods of a spec.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/policy/resource-quotas/#quota-scopes">Quota scopes</a>
 */
final class QuotaScopes {
    private QuotaScopes() {}

    static boolean match(JsonNode quota, JsonNode podSpec) {
        JsonNode spec = quota.path("spec");
        return spec.path("scopes").valueStream().allMatch(scope -> matches(scope.asText(), podSpec))
                && spec.path("scopeSelector")
                        .path("matchExpressions")
                        .valueStream()
                        .allMatch(expression -> selected(expression, podSpec));
    }

    private static boolean selected(JsonNode expression, JsonNode podSpec) {
        String scope = expression.path("scopeName").asText();
        if (!scope.equals("PriorityClass")) {
            return matches(scope, podSpec);
        }
        String priority = podSpec.path("priorityClassName").asText("");
        boolean listed = expression
                .path("values")
                .valueStream()
                .anyMatch(value -> value.asText().equals(priority));
        return switch (expression.path("operator").asText()) {
            case "In" -> listed;
            case "NotIn" -> !listed;
            case "DoesNotExist" -> priority.isEmpty();
            default -> !priority.isEmpty();
        };
    }

    private static boolean matches(String scope, JsonNode podSpec) {
        boolean terminating = podSpec.has("activeDeadlineSeconds");
        boolean bestEffort = containers(podSpec)
                .allMatch(container ->
                        container.path("resources").path("requests").isEmpty()
                                && container.path("resources").path("limits").isEmpty());
        return switch (scope) {
            case "Terminating" -> terminating;
            case "NotTerminating" -> !terminating;
            case "BestEffort" -> bestEffort;
            case "NotBestEffort" -> !bestEffort;
            default -> true; // a scope that is not known here is taken to count: rather refused than exceeded
        };
    }

    private static Stream<JsonNode> containers(JsonNode podSpec) {
        return Stream.concat(
                podSpec.path("containers").valueStream(),
                podSpec.path("initContainers").valueStream());
    }
}
