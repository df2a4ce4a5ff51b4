package io.slipway.activities.rollout;

import io.slipway.activities.store.JournalStore;
import io.slipway.workflows.contract.JournalActivities;

/** Writes the workflow's own events into the journal. */
public final class JournalActivitiesImpl implements JournalActivities {
    private final JournalStore journals;

    /** Writes into that store. */
    public JournalActivitiesImpl(JournalStore journals) {
        this.journals = journals;
    }

    @Override
    public void record(Batch batch) {
        journals.append(batch.rollout(), batch.events());
    }
}
