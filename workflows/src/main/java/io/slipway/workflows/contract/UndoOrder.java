package io.slipway.workflows.contract;

import io.slipway.model.journal.Journal;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.plan.PlannedStep;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an undo takes back, and in which order: the last one done comes first. */
public final class UndoOrder {
    /** The verbs that the workflow carries out itself; there is nothing of theirs to undo. */
    public static final Set<String> CONTROL_VERBS = Set.of("sleep", "approve", "pipeline", "activity");

    private UndoOrder() {}

    /**
     * The records whose steps were tried and are not undone, the latest first: also one that waits, was skipped after it
     * had failed, or whose process ended may have done something.
     *
     * @param to the step that stays the last one done; empty for all. There is nothing to take back to a step that was not
     *     done, which would otherwise mean all
     */
    public static List<StepRecord> of(Journal journal, String to) {
        Optional<Instant> last = done(journal, to);
        if (!to.isEmpty() && last.isEmpty()) {
            return List.of();
        }
        Instant after = last.orElse(Instant.MIN);
        return journal.steps().values().stream()
                .filter(record -> record.attempt() > 0 && !record.step().equals(to))
                .filter(record -> record.status() != StepStatus.UNDONE)
                .filter(record -> last(record).isAfter(after))
                .sorted(Comparator.comparing(UndoOrder::last).reversed())
                .toList();
    }

    /** When a step was done, or the last element of a loop; empty when it was skipped or has not run. */
    public static Optional<Instant> done(Journal journal, String step) {
        return journal.steps().values().stream()
                .filter(record -> record.step().equals(step)
                        || StepRecord.planned(record.step()).equals(step))
                .flatMap(record -> record.finished().stream())
                .max(Comparator.naturalOrder());
    }

    /** When its last try ended, or began if it has no end. */
    private static Instant last(StepRecord record) {
        return record.finished().or(record::lastStarted).orElse(Instant.EPOCH);
    }

    /** The step of a record, when it has an undo. */
    public static Optional<PlannedStep> step(StepRecord record, List<PlannedStep> steps) {
        String name = StepRecord.planned(record.step());
        return steps.stream()
                .filter(step -> step.name().equals(name))
                .filter(step -> ownVerb(step).isPresent()
                        || (!"none".equals(mode(step)) && !CONTROL_VERBS.contains(step.verb())))
                .findFirst();
    }

    /** The verb that the step's own {@code undo} block names. */
    public static Optional<String> ownVerb(PlannedStep step) {
        return step.undo().stream()
                .flatMap(undo -> undo.properties().stream())
                .filter(entry -> entry.getValue().isObject())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String mode(PlannedStep step) {
        return step.undo().map(undo -> undo.path("mode").asText("restore")).orElse("restore");
    }
}
