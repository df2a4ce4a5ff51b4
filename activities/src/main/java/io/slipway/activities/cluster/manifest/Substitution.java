package io.slipway.activities.cluster.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.expr.Expressions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces {@code ${NAME}} for exactly the names a step lists; any other stays as it is. */
final class Substitution {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private final Map<String, String> values;

    private Substitution(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Values of parameters for the names listed.
     *
     * @throws StepFailure when a name is no parameter
     */
    static Substitution of(List<String> names, JsonNode params) {
        Map<String, String> values = new TreeMap<>();
        for (String name : names) {
            JsonNode value = params.path(name);
            if (value.isMissingNode() || value.isNull() || value.isContainerNode()) {
                throw StepFailure.permanent(
                        "substitute names '" + name + "', which is not a parameter with a scalar value",
                        "the parameters are " + String.join(", ", fieldNames(params)),
                        "add a parameter '" + name + "', or remove the name from the list");
            }
            values.put(name, Expressions.text(value));
        }
        return new Substitution(values);
    }

    private static List<String> fieldNames(JsonNode params) {
        return params.propertyStream().map(Map.Entry::getKey).sorted().toList();
    }

    String in(String text) {
        if (values.isEmpty() || text.indexOf('$') < 0) {
            return text;
        }
        return VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
}
