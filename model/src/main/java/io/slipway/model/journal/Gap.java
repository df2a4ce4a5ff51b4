package io.slipway.model.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A time between two runs of a rollout: nobody carried it out.
 *
 * @param from when the last was heard of the run before
 * @param to when the next run started
 */
public record Gap(Instant from, Instant to) {
    /** What lies between the last that a journal has and a run that starts now; empty for the first run. */
    static Optional<Gap> before(Instant start, Journal journal) {
        return journal.finished()
                .or(() -> heard(journal))
                .filter(last -> last.isBefore(start))
                .map(last -> new Gap(last, start));
    }

    /** When the last was heard of a rollout that has not ended. */
    private static Optional<Instant> heard(Journal journal) {
        Stream<Instant> steps = journal.steps().values().stream().flatMap(step -> step.heard().stream());
        Stream<Instant> decisions = journal.decisions().stream().map(Decision::at);
        return Stream.of(steps, decisions, journal.started().stream())
                .flatMap(instants -> instants)
                .max(Comparator.naturalOrder());
    }

    /** How much of the time from one instant to another lies in gaps. */
    public static Duration within(Collection<Gap> gaps, Instant from, Instant to) {
        return gaps.stream()
                .map(gap -> Duration.between(later(gap.from, from), earlier(gap.to, to)))
                .filter(Duration::isPositive)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
