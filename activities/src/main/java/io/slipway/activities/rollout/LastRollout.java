package io.slipway.activities.rollout;

import io.slipway.activities.store.JournalStore;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.RolloutStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds in the journals what a pipeline left on a target, and the times that was looked at. */
public final class LastRollout {
    private final JournalStore journals;
    private final String pipeline;
    private final String target;

    /** @param target name of the target; empty for any */
    public LastRollout(JournalStore journals, String pipeline, String target) {
        this.journals = journals;
        this.pipeline = pipeline;
        this.target = target;
    }

    /**
     * The last rollout that carried out all of the pipeline and succeeded; where there is none, the last that carried
     * out a part of it: what somebody runs of it in between must not make the checks of the rest be forgotten.
     */
    public Optional<Journal> succeeded() {
        return chosen().map(Chosen::base);
    }

    /** The same, with the last success on its target. The journals are read once, and only as far as needed. */
    public Optional<Chosen> chosen() {
        Map<String, Journal> latest = new LinkedHashMap<>();
        for (Journal journal : (Iterable<Journal>) successes()::iterator) {
            latest.putIfAbsent(journal.target(), journal);
            if (part(journal).isEmpty()) {
                return Optional.of(new Chosen(journal, latest.get(journal.target())));
            }
        }
        return latest.values().stream().findFirst().map(part -> new Chosen(part, part));
    }

    /**
     * What is looked at again.
     *
     * @param base the rollout whose checks are asked
     * @param latest the last that succeeded on its target, were it of a part of the pipeline
     */
    public record Chosen(Journal base, Journal latest) {
        /** Whether a part of the pipeline was run after what is looked at. */
        public boolean hasLaterPart() {
            return !latest.rollout().equals(base.rollout());
        }
    }

    private Stream<Journal> successes() {
        return all().filter(journal -> journal.status() == RolloutStatus.SUCCEEDED)
                .filter(journal -> revalidationOf(journal).isEmpty());
    }

    /** What left steps of a rollout out, as it is typed: {@code --until config}; empty for one of all steps. */
    public static Optional<String> part(Journal journal) {
        String options = Stream.of("from", "until", "only")
                .flatMap(option -> journal
                        .input()
                        .map(input -> input.path(option).asText(""))
                        .filter(step -> !step.isEmpty())
                        .map(step -> "--" + option + " " + step)
                        .stream())
                .collect(Collectors.joining(" "));
        return Optional.of(options).filter(typed -> !typed.isEmpty());
    }

    /** The times it was looked at and that came to an end, the latest first. */
    public Stream<Journal> revalidations() {
        return ended().filter(journal -> revalidationOf(journal).isPresent());
    }

    /** The times it was rolled out or looked at and that came to an end, the latest first. */
    public Stream<Journal> ended() {
        return all().filter(journal -> journal.status().closed());
    }

    private Stream<Journal> all() {
        return journals.rollouts().stream()
                .filter(id -> journals.isOf(pipeline, id)) // spares the reading of most others
                .map(journals::journal)
                .filter(journal -> target.isEmpty() || journal.target().equals(target));
    }

    /** The rollout that a journal's run looked at; empty for one that did more than look. */
    public static Optional<String> revalidationOf(Journal journal) {
        return journal.input()
                .map(input -> input.path("revalidate"))
                .filter(block -> block.isObject())
                .map(block -> block.path("of").asText(""));
    }
}
