package io.slipway.workflows.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.expr.ExpressionException;
import io.slipway.model.expr.Expressions;
import java.util.Map;

/** Early expressions as CEL. {@link Expressions#warm()} must be called before the worker polls. */
public final class CelEvaluator implements Evaluator {
    @Override
    public boolean test(String source, Map<String, JsonNode> scope) {
        try {
            return Expressions.evaluateBool(source, scope);
        } catch (ExpressionException e) {
            throw new EvaluationFailure(e.getMessage());
        }
    }

    @Override
    public JsonNode resolve(JsonNode template, Map<String, JsonNode> scope) {
        try {
            return Expressions.resolve(template, scope);
        } catch (ExpressionException e) {
            throw new EvaluationFailure(e.getMessage());
        }
    }
}
