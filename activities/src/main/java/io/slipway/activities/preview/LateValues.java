package io.slipway.activities.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.expr.ExpressionException;
import io.slipway.model.expr.Expressions;
import io.slipway.model.expr.Reference;
import io.slipway.model.expr.Template;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fills in what is known before a run, and puts a mark where only the run knows. */
final class LateValues {
    /** Stands where only the run knows the value. */
    static final String MARK = "(known during the run)";

    private final Map<String, JsonNode> scope;
    private final Set<String> unknown = new LinkedHashSet<>();

    LateValues(Map<String, JsonNode> scope) {
        this.scope = scope;
    }

    /**
     * Whether a source reads what only the run knows: steps that are not done, the status of the rollout, its id.
     *
     * @param scope what is known, steps that are done among it
     */
    static boolean isLate(Collection<Reference> references, Map<String, JsonNode> scope) {
        return references.stream()
                .anyMatch(reference ->
                        reference.root().equals("steps") && !scope.get("steps").has(reference.name(1))
                                || reference.root().equals("rollout")
                                        && !reference.name(1).equals("pipeline"));
    }

    /** The expressions that were left unknown so far. */
    List<String> unknown() {
        return List.copyOf(unknown);
    }

    JsonNode resolve(JsonNode node) {
        if (node.isTextual()) {
            return Template.isIn(node.textValue()) ? text(node) : node;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> add(list, resolve(element)));
            return list;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode map = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(entry -> {
                JsonNode value = resolve(entry.getValue());
                if (!value.isMissingNode()) {
                    map.set(entry.getKey(), value);
                }
            });
            return map;
        }
        return node;
    }

    private static void add(ArrayNode list, JsonNode value) {
        if (!value.isMissingNode()) {
            list.add(value);
        }
    }

    private JsonNode text(JsonNode node) {
        if (isLate(Expressions.referencesIn(node), scope)) {
            unknown.add(node.textValue().strip());
            return TextNode.valueOf(MARK);
        }
        try {
            return Expressions.resolve(node, scope);
        } catch (ExpressionException e) {
            throw StepFailure.permanent(
                    "cannot evaluate an expression", String.valueOf(e.getMessage()), "correct the expression");
        }
    }
}
