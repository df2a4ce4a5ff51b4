package io.slipway.model.journal;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a step did that an undo has to take back, over all of its tries since it was last taken back: its record has the
 * latest few only.
 *
 * @param details hashes of the details of its tries, in their order
 * @param lost numbers of the tries whose worker was lost, so that nobody wrote down what they did
 */
public record Doings(List<String> details, List<Integer> lost) {
    public Doings {
        details = List.copyOf(details);
        lost = List.copyOf(lost);
    }

    /**
     * The doings of a step.
     *
     * @param events what happened in the rollout
     * @return empty when the events tell nothing of the step
     */
    public static Optional<Doings> of(Collection<JournalEvent> events, String step) {
        Set<String> details = new LinkedHashSet<>();
        Set<Integer> lost = new LinkedHashSet<>();
        boolean known = false;
        for (JournalEvent event : events) {
            switch (event) {
                case JournalEvent.StepStarted e
                when e.step().equals(step) -> {
                    known = true;
                    lost.add(e.attempt());
                }
                case JournalEvent.StepFinished e
                when e.step().equals(step) -> {
                    e.result().detail().ifPresent(details::add);
                    if (!e.unheard()) {
                        lost.remove(e.attempt());
                    }
                }
                case JournalEvent.StepMoved e
                when e.step().equals(step) && e.status() == StepStatus.UNDONE -> {
                    details.clear();
                    lost.clear();
                }
                default -> {}
            }
        }
        return known ? Optional.of(new Doings(List.copyOf(details), List.copyOf(lost))) : Optional.empty();
    }
}
