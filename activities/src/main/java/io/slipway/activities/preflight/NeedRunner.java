package io.slipway.activities.preflight;

import io.slipway.activities.cluster.parallel.Parallel;
import io.slipway.activities.evidence.Excerpt;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.StepFailure;
import io.slipway.activities.validate.Troubles;
import io.slipway.activities.validate.probes.Seen;
import io.slipway.model.journal.CheckResult;
import io.slipway.model.journal.Failure;
import java.util.List;
import java.util.Optional;

/** Asks for all needs, some side by side; the results are in the order of the needs. */
final class NeedRunner {
    private static final int SIDE_BY_SIDE = 8;

    private final Reach reach;

    NeedRunner(Reach reach) {
        this.reach = reach;
    }

    List<CheckResult> run(List<Need> needs) throws InterruptedException {
        return Parallel.map(needs, SIDE_BY_SIDE, this::one);
    }

    private CheckResult one(Need need) throws InterruptedException {
        long start = System.nanoTime();
        Seen seen = ask(need);
        Optional<Seen.Shortfall> shortfall = seen.missing().or(seen::shortfall);
        return new CheckResult(
                need.name(),
                need.kind(),
                shortfall.isEmpty(),
                need.optional(),
                need.expected(),
                line(seen.summary()),
                (System.nanoTime() - start) / 1_000_000,
                1,
                shortfall.map(Seen.Shortfall::cause).map(this::line).orElse(""),
                shortfall.map(Seen.Shortfall::fix).map(this::line).orElse(""),
                List.of());
    }

    private Seen ask(Need need) throws InterruptedException {
        try {
            return need.question().ask(reach);
        } catch (StepFailure refused) {
            return unknown(refused.failure());
        } catch (RuntimeException trouble) {
            return unknown(Troubles.of(trouble, "ask for " + need.name()));
        }
    }

    private static Seen unknown(Failure failure) {
        String cause = failure.cause().isEmpty() ? "" : ": " + failure.cause();
        return Seen.nothing("no response", failure.message() + cause, failure.fix());
    }

    private String line(String text) {
        return Excerpt.line(reach.context().masker().mask(text));
    }
}
