package io.slipway.activities.preview;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.expr.ExpressionException;
import io.slipway.model.expr.Expressions;
import java.util.Map;
import java.util.Optional;

/**
 * Whether something would run.
 *
 * @param runs whether it would
 * @param source the condition, or empty
 */
record Condition(StepPreview.Runs runs, String source) {
    static final Condition ALWAYS = new Condition(StepPreview.Runs.YES, "");

    static Condition of(Optional<String> when, Map<String, JsonNode> names) {
        if (when.isEmpty()) {
            return ALWAYS;
        }
        String source = when.get();
        if (LateValues.isLate(Expressions.references(source), names)) {
            return new Condition(StepPreview.Runs.DECIDED_LATER, source);
        }
        try {
            boolean holds = Expressions.evaluateBool(source, names);
            return new Condition(holds ? StepPreview.Runs.YES : StepPreview.Runs.NO, source);
        } catch (ExpressionException e) {
            return new Condition(StepPreview.Runs.DECIDED_LATER, source);
        }
    }

    /** Both must hold. */
    Condition and(Condition other) {
        return weight() >= other.weight() ? this : other;
    }

    /** What says no outweighs what is not known, and that what says yes. */
    private int weight() {
        return switch (runs) {
            case NO -> 2;
            case DECIDED_LATER -> 1;
            case YES -> 0;
        };
    }
}
