package io.slipway.model.expr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What came of an expression. */
public sealed interface Outcome {
    /**
     * It has a value.
     *
     * @param value the value; a missing node for an optional without one
     */
    record Value(JsonNode value) implements Outcome {}

    /**
     * It has none.
     *
     * @param errors why, in the order of the source
     */
    record Failed(List<ExpressionError> errors) implements Outcome {
        public Failed {
            errors = List.copyOf(errors);
        }
    }
}
