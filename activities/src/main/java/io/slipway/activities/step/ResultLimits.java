package io.slipway.activities.step;

import io.slipway.model.journal.Failure;
import io.slipway.model.journal.StepResult;
import io.slipway.model.json.Json;
import java.util.Map;
import java.util.Optional;

/** Keeps results small enough for history: at most 256 KB in one payload. */
final class ResultLimits {
    private static final int LARGEST = 200 * 1024;

    private ResultLimits() {}

    static StepResult within(StepResult result) {
        int size = Json.write(result).length();
        if (size <= LARGEST) {
            return result;
        }
        Failure failure = Failure.permanent(
                "the outputs of the step have " + size + " characters; at most " + LARGEST + " can be passed on",
                "large values do not belong in the history",
                "print less, or keep the value in the cluster and pass on its name");
        return new StepResult(
                StepResult.Outcome.FAILED,
                Map.of(),
                failure.message(),
                result.warnings(),
                Optional.of(failure),
                result.counts(),
                result.detail());
    }
}
