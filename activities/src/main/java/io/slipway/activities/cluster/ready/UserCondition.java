package io.slipway.activities.cluster.ready;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.readiness.ReadyPredicate;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Late;
import java.util.Map;

/**
 * A user's own CEL for ready. While a status is not written yet its fields are missing, so that an evaluation error
 * counts as not yet; it is told when the time is over.
 */
final class UserCondition implements ReadyPredicate {
    private final Late expression;
    private final StepContext context;
    private volatile String trouble = "";

    UserCondition(Late expression, StepContext context) {
        this.expression = expression;
        this.context = context;
    }

    @Override
    public String source() {
        return expression.source();
    }

    @Override
    public boolean test(JsonNode object) {
        try {
            boolean holds =
                    context.holds(expression, Map.of("object", Json.mapper().convertValue(object, Object.class)));
            trouble = "";
            return holds;
        } catch (StepFailure e) {
            trouble = e.failure().message() + ": " + e.failure().cause();
            return false;
        }
    }

    /** The last error of the evaluation, or empty. */
    String trouble() {
        return trouble;
    }
}
