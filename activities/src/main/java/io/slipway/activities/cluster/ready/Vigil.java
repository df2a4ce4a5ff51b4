package io.slipway.activities.cluster.ready;

import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.failure.FailureCause;
import io.slipway.activities.cluster.watch.Bell;
import io.slipway.activities.step.StepContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The loop of one wait: judge what was seen, then sleep until something changes or a patience ends. */
final class Vigil {
    /** However fast the target's time runs, scheduling in this JVM does not. */
    private static final Duration LEAST_GRACE = Duration.ofMillis(300);

    private static final Duration LEAST_LOOK = Duration.ofMillis(200);
    private static final Duration MOST_LOOK = Duration.ofSeconds(2);
    private static final int LOOKS_IN_GRACE = 10;
    private static final Duration MOST_REST = Duration.ofSeconds(1);

    private final Cluster cluster;
    private final Subjects subjects;
    private final WatchSet watches;
    private final Assessor assessor;
    private final StepContext context;
    private final Bell bell;
    private final Troubles troubles;
    private final Optional<Duration> watchdog;
    private final Duration lookAgain;
    private Instant lookedAt = Instant.EPOCH;
    private long lookedAtChanges = -1;
    private Instant movedAt;
    private int seen;

    Vigil(
            Cluster cluster,
            Subjects subjects,
            WatchSet watches,
            Assessor assessor,
            WaitOptions options,
            StepContext context,
            Bell bell) {
        this.cluster = cluster;
        this.subjects = subjects;
        this.watches = watches;
        this.assessor = assessor;
        this.context = context;
        this.bell = bell;
        Duration grace = atLeast(context.target().pace().wall(options.grace()));
        this.troubles = new Troubles(grace);
        this.lookAgain = longer(LEAST_LOOK, shorter(MOST_LOOK, grace.dividedBy(LOOKS_IN_GRACE)));
        this.watchdog =
                options.watchdog().map(limit -> atLeast(context.target().pace().wall(limit)));
        this.movedAt = now();
    }

    private static Duration atLeast(Duration wall) {
        return wall.compareTo(LEAST_GRACE) < 0 ? LEAST_GRACE : wall;
    }

    long keep() throws InterruptedException, WaitOver {
        while (true) {
            long begin = System.nanoTime();
            long changes = watches.changes();
            Assessment assessment = assessor.assess(watches);
            if (assessment.allReady() && watches.mayLag()) {
                assessment = assessor.assess(Listed.now(cluster, subjects)); // never take the state before for ready
            }
            context.progress(assessment.text());
            if (assessment.allReady()) {
                return assessment.readyCount();
            }
            lookForTroubles(assessment, changes);
            lookForStandstill(assessment);
            if (context.left().isZero()) {
                throw new WaitOver("not ready in time: " + assessment.text(), assessment, Optional.empty());
            }
            // Thousands of objects take a while to judge. At least half of the time is left to the watch, which the
            // server closes when it is not read.
            Thread.sleep(shorter(MOST_REST, Duration.ofNanos(System.nanoTime() - begin)));
            bell.await(shorter(context.left(), lookAgain));
        }
    }

    /**
     * Walking over trees costs more than judging objects, so it is not done at every event, and not at all when nothing
     * has changed.
     */
    private void lookForTroubles(Assessment assessment, long changes) throws WaitOver {
        if (Duration.between(lookedAt, now()).compareTo(lookAgain) < 0) {
            return;
        }
        lookedAt = now();
        boolean changed = changes != lookedAtChanges;
        lookedAtChanges = changes;
        Optional<FailureCause> cause = troubles.look(assessment, watches::surroundings, changed, lookedAt);
        if (cause.isPresent()) {
            throw new WaitOver("will not become ready: " + assessment.text(), assessment, cause);
        }
    }

    private void lookForStandstill(Assessment assessment) throws WaitOver {
        int now = assessment.fingerprint();
        if (now != seen) {
            seen = now;
            movedAt = now();
        } else if (watchdog.isPresent() && Duration.between(movedAt, now()).compareTo(watchdog.get()) >= 0) {
            throw new WaitOver(
                    "no progress within the watchdog's time: " + assessment.text(), assessment, Optional.empty());
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Instant now() {
        return context.clock().instant();
    }
}
