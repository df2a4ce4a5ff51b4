package io.slipway.reports;

import io.slipway.model.journal.Change;
import io.slipway.model.journal.StepStatus;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Counts. Only what is there is counted: a status that no step has is no key.
 *
 * @param steps steps by status
 * @param checksPassed checks that held
 * @param checksFailed checks that failed
 * @param checksWarned checks that failed but only warn
 * @param changes objects by what was done with them
 */
public record Totals(
        Map<StepStatus, Long> steps,
        long checksPassed,
        long checksFailed,
        long checksWarned,
        Map<Change.Kind, Long> changes) {

    /** Counts steps, checks and changes. */
    static Totals of(List<StepReport> steps, List<CheckReport> checks, List<ChangeReport> changes) {
        Map<StepStatus, Long> byStatus = new EnumMap<>(StepStatus.class);
        steps.forEach(step -> byStatus.merge(step.status(), 1L, Long::sum));
        Map<Change.Kind, Long> byKind = new EnumMap<>(Change.Kind.class);
        changes.forEach(change -> byKind.merge(change.kind(), 1L, Long::sum));
        return new Totals(
                byStatus,
                checks.stream().filter(CheckReport::passed).count(),
                checks.stream().filter(CheckReport::failed).count(),
                checks.stream().filter(CheckReport::warned).count(),
                byKind);
    }

    /** How many steps there are. */
    public long stepCount() {
        return steps.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many steps have that status. */
    public long stepsWith(StepStatus status) {
        return steps.getOrDefault(status, 0L);
    }

    /** How many checks there are. */
    public long checkCount() {
        return checksPassed + checksFailed + checksWarned;
    }
}
