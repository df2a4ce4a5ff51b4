package io.slipway.model.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.expr.Names;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A step's part of the journal. A step with {@code forEach} has one record for each element, named
 * {@code step[element]}, and one of its own.
 *
 * @param step its name
 * @param stage its stage
 * @param verb its verb
 * @param status where it is
 * @param merkle hash of its spec, files, resolved inputs and of the steps it follows; empty before it started
 * @param tries its tries, the last one last; of earlier ones only the latest five are kept
 * @param outputs what later steps may use
 * @param reason why it was skipped, paused or kept, or empty
 * @param kept whether it was done in an earlier run of this rollout and was not run again
 * @param putBack what was put back of it at the end of its stage or of a run; empty while it is in force
 * @param moved when it last came to where it is by other means than a try; empty when a try was the last
 */
public record StepRecord(
        String step,
        String stage,
        String verb,
        StepStatus status,
        String merkle,
        List<Try> tries,
        Map<String, JsonNode> outputs,
        String reason,
        boolean kept,
        String putBack,
        Optional<Instant> moved) {
    private static final int KEPT_TRIES = 6;

    public StepRecord {
        putBack = putBack == null ? "" : putBack; // written before there was such a thing, and so the next
        moved = moved == null ? Optional.empty() : moved;
        tries = tries.size() <= KEPT_TRIES
                ? List.copyOf(tries)
                : List.copyOf(tries.subList(tries.size() - KEPT_TRIES, tries.size()));
        outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
    }

    /** A step that has not started. */
    public static StepRecord pending(String step, String stage, String verb) {
        return new StepRecord(
                step, stage, verb, StepStatus.PENDING, "", List.of(), Map.of(), "", false, "", Optional.empty());
    }

    /** The name in the plan of a step that may be one element of a loop: {@code step} of {@code step[element]}. */
    public static String planned(String step) {
        int bracket = step.indexOf('[');
        return bracket < 0 ? step : step.substring(0, bracket);
    }

    /** A try has started. Starting the same try again changes nothing: it was re-attached. */
    public StepRecord started(int attempt, String newMerkle, Instant at) {
        List<Try> all = new ArrayList<>(tries);
        if (all.isEmpty() || all.getLast().attempt() != attempt) {
            int round = status == StepStatus.RETRYING ? all.getLast().round() : attempt;
            all.add(Try.begun(attempt, round, at));
        }
        return new StepRecord(
                step, stage, verb, StepStatus.RUNNING, newMerkle, all, outputs, "", false, "", Optional.empty());
    }

    /** The try under way has ended. */
    public StepRecord finished(StepResult result, Instant at) {
        List<Try> all = new ArrayList<>(tries);
        Try last = all.removeLast();
        all.add(last.ended(result, at));
        return new StepRecord(
                step,
                stage,
                verb,
                result.status(),
                merkle,
                all,
                result.outputs(),
                "",
                false,
                putBack,
                Optional.empty());
    }

    /** The same with another status and the reason for it. What was kept and is then undone is no longer kept. */
    public StepRecord with(StepStatus next, String why, Instant at) {
        boolean still = kept && next == status;
        return new StepRecord(step, stage, verb, next, merkle, tries, outputs, why, still, putBack, Optional.of(at));
    }

    /** The same with outputs of the step's own. */
    public StepRecord with(Map<String, JsonNode> newOutputs) {
        return new StepRecord(step, stage, verb, status, merkle, tries, newOutputs, reason, kept, putBack, moved);
    }

    /** Done in an earlier run, and not run again. */
    public StepRecord kept(String why, Instant at) {
        return new StepRecord(step, stage, verb, status, merkle, tries, outputs, why, true, putBack, Optional.of(at));
    }

    /** What it had changed only for a time is as it was before. */
    public StepRecord putBack(String what, Instant at) {
        return new StepRecord(step, stage, verb, status, merkle, tries, outputs, what, kept, what, Optional.of(at));
    }

    /** Whether what it changed for a time was put back, so that it has to run again before others build on it. */
    public boolean wasPutBack() {
        return !putBack.isEmpty();
    }

    /** The step as expressions see it: its outputs and its status. */
    public ObjectNode seen() {
        ObjectNode seen = JsonNodeFactory.instance.objectNode();
        outputs.forEach((name, value) -> seen.set(Names.inExpressions(name), value));
        return seen.put("status", status.name().toLowerCase(Locale.ROOT));
    }

    /** The number of the last try, 0 before the first. */
    public int attempt() {
        return tries.isEmpty() ? 0 : tries.getLast().attempt();
    }

    /** What came of the last try. */
    public Optional<StepResult> result() {
        return tries.isEmpty() ? Optional.empty() : tries.getLast().result();
    }

    /** When the first kept try started. */
    public Optional<Instant> started() {
        return tries.isEmpty() ? Optional.empty() : Optional.of(tries.getFirst().started());
    }

    /** When the last try started. */
    public Optional<Instant> lastStarted() {
        return tries.isEmpty() ? Optional.empty() : Optional.of(tries.getLast().started());
    }

    /** When the last try ended. */
    public Optional<Instant> finished() {
        return tries.isEmpty() ? Optional.empty() : tries.getLast().finished();
    }

    /** When the last was heard of it. */
    public Optional<Instant> heard() {
        return Stream.of(lastStarted(), finished(), moved)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }
}
