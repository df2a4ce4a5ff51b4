package io.slipway.workflows.contract;

import io.slipway.model.journal.JournalEvent;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.List;

/** Writes what the workflow itself decided into the rollout's journal. Run as local activities. */
@ActivityInterface
public interface JournalActivities {
    /** Appends events, in order. */
    @ActivityMethod(name = "RecordEvents")
    void record(Batch batch);

    /**
     * Some events of one rollout.
     *
     * @param rollout id of the rollout
     * @param events what happened, in order
     */
    record Batch(String rollout, List<JournalEvent> events) {
        public Batch {
            events = List.copyOf(events);
        }
    }
}
