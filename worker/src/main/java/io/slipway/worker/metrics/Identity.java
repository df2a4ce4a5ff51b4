package io.slipway.worker.metrics;

import io.slipway.activities.rollout.LastRollout;
import io.slipway.model.journal.Journal;

/**
 * What metrics tell rollouts apart by. Their ids are no labels: there would be no end of them.
 *
 * @param pipeline name of the pipeline
 * @param target name of the target
 * @param kind {@code rollout}, or {@code revalidation} for one that only looks
 */
record Identity(String pipeline, String target, String kind) {
    static Identity of(Journal journal) {
        String kind = LastRollout.revalidationOf(journal).isPresent() ? "revalidation" : "rollout";
        return new Identity(journal.pipeline(), journal.target(), kind);
    }
}
