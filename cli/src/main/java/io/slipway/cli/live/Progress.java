package io.slipway.cli.live;

import io.slipway.model.journal.Journal;
import io.slipway.model.plan.Plan;
import java.util.Map;
import java.util.Optional;

/** Shows how a rollout gets on. */
public interface Progress extends AutoCloseable {

    /**
     * What is known at a moment.
     *
     * @param journal what has happened
     * @param plan the plan, once it is known
     * @param progress what running steps say: step → message
     */
    record Snapshot(Journal journal, Optional<Plan> plan, Map<String, String> progress) {
        /** The snapshot of a view. */
        public static Snapshot of(LiveView view) {
            return new Snapshot(view.journal(), view.plan(), view.progress());
        }
    }

    /** Shows a moment. */
    void show(Snapshot snapshot);

    /** The key that was typed since, if this is a terminal that has keys. */
    default Optional<Key> key() {
        return Optional.empty();
    }

    /** Leaves the terminal as it was. */
    @Override
    void close();

    /** What a key asks for. */
    enum Key {
        APPROVE,
        RETRY,
        SKIP,
        DETACH
    }
}
