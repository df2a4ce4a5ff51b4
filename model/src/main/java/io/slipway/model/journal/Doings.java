package io.slipway.model.journal;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a step did that an undo has to take back, over all of its tries: its record has the latest few only. */
public final class Doings {
    private Doings() {}

    /**
     * The details of the tries of a step since it was last taken back, in the order of the tries.
     *
     * @param events what happened in the rollout
     * @return hashes; empty when the events tell nothing of the step
     */
    public static Optional<List<String>> of(Collection<JournalEvent> events, String step) {
        Set<String> details = new LinkedHashSet<>();
        boolean known = false;
        for (JournalEvent event : events) {
            switch (event) {
                case JournalEvent.StepStarted e -> known |= e.step().equals(step);
                case JournalEvent.StepFinished e
                when e.step().equals(step) -> e.result().detail().ifPresent(details::add);
                case JournalEvent.StepMoved e
                when e.step().equals(step) && e.status() == StepStatus.UNDONE -> details.clear();
                default -> {}
            }
        }
        return known ? Optional.of(List.copyOf(details)) : Optional.empty();
    }
}
