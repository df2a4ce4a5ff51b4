package io.slipway.reports;

import io.slipway.model.journal.Gap;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.Try;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From when to when a report tells of. It has no clock: what has not ended is measured to the last thing heard of. The
 * times between the runs do not count: a rollout that waited for a night for its resume did not take so long.
 *
 * @param start when the rollout started
 * @param end when it ended, or when anything was last heard of it
 * @param gaps the times between its runs
 */
record Span(Optional<Instant> start, Optional<Instant> end, List<Gap> gaps) {

    static Span of(Journal journal) {
        Stream<Instant> tries = journal.steps().values().stream()
                .flatMap(step -> step.tries().stream())
                .flatMap(Span::instants);
        Stream<Instant> decisions = journal.decisions().stream().map(decision -> decision.at());
        Optional<Instant> last = Stream.of(tries, decisions, journal.started().stream())
                .flatMap(instants -> instants)
                .max(Comparator.naturalOrder());
        return new Span(journal.started(), journal.finished().or(() -> last), List.copyOf(journal.gaps()));
    }

    private static Stream<Instant> instants(Try attempt) {
        return Stream.concat(Stream.of(attempt.started()), attempt.finished().stream());
    }

    double seconds() {
        return start.map(from -> seconds(from, end)).orElse(0.0);
    }

    /** Seconds from an instant to another, or to the end of this span. */
    double seconds(Instant from, Optional<Instant> to) {
        Instant until = to.or(() -> end).orElse(from);
        Duration worked = Duration.between(from, until).minus(Gap.within(gaps, from, until));
        return Math.max(0, worked.toMillis() / 1000.0);
    }
}
