package io.slipway.model.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What came of one try of a step. Small enough for history: lists of changes and checks, logs and diagnosis are a
 * {@link StepDetail} in the blob store.
 *
 * @param outcome how it ended
 * @param outputs what later steps may use
 * @param summary one line for people: "3 created, 9 unchanged"
 * @param warnings what should be known but does not fail the step, at most 20
 * @param failure why it failed; present exactly when the outcome is {@link Outcome#FAILED}
 * @param counts how many changes and checks of each kind
 * @param detail content hash of the {@link StepDetail}
 */
public record StepResult(
        Outcome outcome,
        Map<String, JsonNode> outputs,
        String summary,
        List<String> warnings,
        Optional<Failure> failure,
        Map<String, Long> counts,
        Optional<String> detail) {

    /** How a try ended. */
    public enum Outcome {
        SUCCEEDED,
        /** A person went on without it; what follows may read its outputs. */
        SKIPPED,
        FAILED
    }

    public StepResult {
        Objects.requireNonNull(outcome, "outcome");
        outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
        warnings = List.copyOf(warnings);
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
        if ((outcome == Outcome.FAILED) != failure.isPresent()) {
            throw new IllegalArgumentException("a failed result has a failure, and only a failed one");
        }
    }

    /** A success with outputs. */
    public static StepResult succeeded(String summary, Map<String, JsonNode> outputs) {
        return new StepResult(
                Outcome.SUCCEEDED, outputs, summary, List.of(), Optional.empty(), Map.of(), Optional.empty());
    }

    /** What somebody did not want done. */
    public static StepResult skipped(String summary, Map<String, JsonNode> outputs) {
        return new StepResult(
                Outcome.SKIPPED, outputs, summary, List.of(), Optional.empty(), Map.of(), Optional.empty());
    }

    /** A failure. */
    public static StepResult failed(Failure failure) {
        return new StepResult(
                Outcome.FAILED,
                Map.of(),
                failure.message(),
                List.of(),
                Optional.of(failure),
                Map.of(),
                Optional.empty());
    }

    /** The same with the evidence of another result of the same try. */
    StepResult evidencedBy(StepResult other) {
        return new StepResult(outcome, outputs, summary, other.warnings, failure, other.counts, other.detail);
    }

    /** Whether what follows may go on: the try did not fail. */
    public boolean ok() {
        return outcome != Outcome.FAILED;
    }

    /** Where it leaves the step. */
    public StepStatus status() {
        return switch (outcome) {
            case SUCCEEDED -> StepStatus.SUCCEEDED;
            case SKIPPED -> StepStatus.SKIPPED;
            case FAILED -> StepStatus.FAILED;
        };
    }
}
