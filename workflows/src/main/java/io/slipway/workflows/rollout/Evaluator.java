package io.slipway.workflows.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Evaluates early expressions inside the workflow; must be deterministic. */
public interface Evaluator {
    /**
     * The truth of a CEL expression.
     *
     * @throws EvaluationFailure when it cannot be evaluated or is no bool
     */
    boolean test(String source, Map<String, JsonNode> scope);

    /**
     * A tree with every <code>${{ }}</code> in it resolved; secrets become markers.
     *
     * @throws EvaluationFailure when one cannot be evaluated
     */
    JsonNode resolve(JsonNode template, Map<String, JsonNode> scope);

    /** Why an expression has no value. */
    final class EvaluationFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** The reason, with the expression. */
        public EvaluationFailure(String message) {
            super(message);
        }
    }
}
