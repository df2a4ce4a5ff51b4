package io.slipway.activities.step;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.action.Action;
import io.slipway.model.spec.BindException;
import io.slipway.model.spec.Binder;

/** Reads a verb's record once its expressions have values. */
final class ActionReader {
    private ActionReader() {}

    static <A extends Action> A read(Class<A> type, JsonNode block) {
        try {
            return Binder.read(type, block);
        } catch (BindException e) {
            throw StepFailure.permanent(
                    String.valueOf(e.getMessage()),
                    "an expression returned a value of the wrong type",
                    "correct the pipeline");
        }
    }
}
