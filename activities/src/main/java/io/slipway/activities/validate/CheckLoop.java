package io.slipway.activities.validate;

import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.validate.probes.Bound;
import io.slipway.model.action.Check;
import io.slipway.model.journal.CheckResult;
import io.slipway.model.spec.Late;
import java.time.Duration;

/** Asks one check until it holds or its time is over. */
final class CheckLoop {
    /** Even at a fast pace an answer takes this worker real time. */
    private static final Duration LEAST_WITHIN = Duration.ofSeconds(2);

    private final StepContext context;
    private final Judge judge;

    CheckLoop(Reach reach) {
        this.context = reach.context();
        this.judge = new Judge(reach);
    }

    CheckResult run(Check check, Bound<?> probe) throws InterruptedException {
        long start = System.nanoTime();
        long end = start + wall(check).toNanos();
        Intervals intervals = new Intervals(probe.quick(), context.target().pace());
        int asked = 1;
        Verdict verdict = judge.ask(check, probe);
        while (!verdict.passed() && System.nanoTime() < end) {
            context.progress("check " + check.name() + ": " + verdict.cause());
            context.pause(intervals.next());
            verdict = judge.ask(check, probe);
            asked++;
        }
        return result(check, probe, verdict, asked, (System.nanoTime() - start) / 1_000_000);
    }

    /** How long to keep asking, by the wall clock; some of the step's time is left for the report. */
    private Duration wall(Check check) {
        Duration within = check.within().orElse(Duration.ZERO);
        Duration wall = context.target().pace().wall(within);
        Duration enough = wall.compareTo(LEAST_WITHIN) < 0 && within.compareTo(LEAST_WITHIN) > 0 ? LEAST_WITHIN : wall;
        Duration left = context.left().multipliedBy(9).dividedBy(10);
        return enough.compareTo(left) < 0 ? enough : left;
    }

    private static CheckResult result(Check check, Bound<?> probe, Verdict verdict, int asked, long millis) {
        return new CheckResult(
                check.name(),
                probe.key(),
                verdict.passed(),
                check.severity() == Check.Severity.WARNING,
                check.expect().map(Late::source).orElseGet(probe::rule),
                verdict.seen(),
                millis,
                asked,
                verdict.cause(),
                verdict.fix(),
                check.guide());
    }
}
