package io.slipway.worker.settings;

import io.slipway.activities.rollout.Planning;
import io.slipway.activities.step.StepActivities;
import io.slipway.activities.step.Targets;
import io.slipway.workflows.contract.Rollout;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What an engine needs.
 *
 * @param service the Temporal server
 * @param namespace its namespace
 * @param taskQueue the task queue of the worker
 * @param state folder of blobs and journals
 * @param targets the clusters by name
 * @param planning how a pipeline becomes a plan
 * @param worker whether this process also carries rollouts out
 * @param sticky whether the worker keeps workflows in memory between tasks; off only for a worker in another process
 *     than an embedded server
 * @param verbs verbs in place of the standard ones, for tests
 */
public record EngineSettings(
        WorkflowServiceStubs service,
        String namespace,
        String taskQueue,
        Path state,
        Targets targets,
        Planning planning,
        boolean worker,
        boolean sticky,
        Optional<Map<String, StepActivities.VerbRunner<?>>> verbs) {

    /** An engine with a worker on the default namespace and task queue. */
    public static EngineSettings of(WorkflowServiceStubs service, Path state, Targets targets, Planning planning) {
        return new EngineSettings(
                service, "default", Rollout.TASK_QUEUE, state, targets, planning, true, true, Optional.empty());
    }

    /** The same with other verbs. */
    public EngineSettings withVerbs(Map<String, StepActivities.VerbRunner<?>> others) {
        return new EngineSettings(
                service, namespace, taskQueue, state, targets, planning, worker, sticky, Optional.of(others));
    }

    /** The same in another namespace and on another task queue. */
    public EngineSettings at(String newNamespace, String newTaskQueue) {
        return new EngineSettings(service, newNamespace, newTaskQueue, state, targets, planning, worker, sticky, verbs);
    }

    /** The same without a worker, or with one that keeps nothing in memory. */
    public EngineSettings running(boolean newWorker, boolean newSticky) {
        return new EngineSettings(service, namespace, taskQueue, state, targets, planning, newWorker, newSticky, verbs);
    }
}
