package io.slipway.activities.cluster.ownership;

import io.slipway.workflows.contract.StepTask;

/**
 * How a step is undone.
 *
 * @param deleteAll whether all its objects go, also those that were there before
 * @param deleteData whether Namespaces, PVCs, PVs and CRDs that it made go too
 */
public record UndoOptions(boolean deleteAll, boolean deleteData) {
    /** What the task of an undo says beside the verb's block. */
    public static UndoOptions of(StepTask task) {
        return new UndoOptions(
                task.action().path("undo").path("mode").asText("").equalsIgnoreCase("delete"),
                task.action().path("undo").path("deleteData").asBoolean(false));
    }
}
