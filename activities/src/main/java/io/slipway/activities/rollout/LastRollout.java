package io.slipway.activities.rollout;

import io.slipway.activities.store.JournalStore;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.RolloutStatus;
import java.util.Optional;
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

    /** The last rollout that succeeded. */
    public Optional<Journal> succeeded() {
        return all().filter(journal -> journal.status() == RolloutStatus.SUCCEEDED)
                .filter(journal -> revalidationOf(journal).isEmpty())
                .findFirst();
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
