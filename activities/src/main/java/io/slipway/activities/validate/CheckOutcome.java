package io.slipway.activities.validate;

import io.slipway.activities.step.Done;
import io.slipway.activities.step.Recorder;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Validate;
import io.slipway.model.journal.CheckResult;
import java.util.List;
import java.util.stream.Collectors;

/** Makes a step's end of its checks: success with counts, or one failure that lists those that failed. */
public final class CheckOutcome {
    private CheckOutcome() {}

    /**
     * The step's end.
     *
     * @param checks all results, already recorded
     * @param what what the checks are called, such as {@code checks} or {@code needs}
     * @throws StepFailure when one failed that is not only a warning
     */
    public static Done of(List<CheckResult> checks, String what, Recorder recorder) {
        List<CheckResult> failed =
                checks.stream().filter(check -> !check.passed()).toList();
        List<CheckResult> errors =
                failed.stream().filter(check -> !check.warning()).toList();
        failed.stream()
                .filter(CheckResult::warning)
                .forEach(check -> recorder.warning("check '" + check.name() + "': " + check.cause()));
        if (!errors.isEmpty()) {
            throw failure(checks.size(), errors, what);
        }
        long passed = (long) checks.size() - failed.size();
        String summary = passed + " of " + checks.size() + " " + what + " passed"
                + (failed.isEmpty() ? "" : ", " + failed.size() + " with warnings");
        return Done.of(summary, new Validate.Outputs(passed, failed.size(), checks.size()));
    }

    private static StepFailure failure(int all, List<CheckResult> errors, String what) {
        String names = errors.stream().map(CheckResult::name).collect(Collectors.joining("; "));
        String causes = errors.stream()
                .map(check -> "'" + check.name() + "': " + check.cause())
                .collect(Collectors.joining("\n"));
        String fixes = errors.stream()
                .map(CheckResult::fix)
                .filter(fix -> !fix.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
        return StepFailure.of(errors.size() + " of " + all + " " + what + " failed: " + names, causes, fixes);
    }
}
