package io.slipway.activities.job.run;

import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import java.time.Duration;

/** How long a job may take: the step's time but for a tenth, at most a minute, which is for cleaning up. */
public final class TimeForJob {
    private static final Duration MOST_RESERVE = Duration.ofMinutes(1);

    private final StepContext context;
    private final Duration reserve;
    private final long start = System.nanoTime();

    /** Measures from now. */
    public TimeForJob(StepContext context) {
        this.context = context;
        Duration tenth = context.left().dividedBy(10);
        this.reserve = tenth.compareTo(MOST_RESERVE) < 0 ? tenth : MOST_RESERVE;
    }

    /** Wall-clock time left for the job; never negative. */
    public Duration left() {
        Duration left = context.left().minus(reserve);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Whether it is over. */
    public boolean over() {
        return left().isZero();
    }

    /** Seconds of the target's time since the start. */
    public double seconds() {
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        return context.target().pace().target(wall).toMillis() / 1000.0;
    }

    /** The failure of a job that did not end in time. */
    public StepFailure failure(String job, String state, String cause) {
        return StepFailure.of(
                job + " did not end within the step's timeout",
                "its state is still " + state + (cause.isEmpty() ? "" : "; " + cause),
                "see its log; raise the step's timeout if it only needs more time");
    }
}
