package io.slipway.worker.settings;

import io.slipway.activities.rollout.Planning;
import io.slipway.activities.step.Targets;
import io.slipway.activities.store.Stores;
import io.slipway.workflows.contract.Rollout;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What an engine needs.
 *
 * @param service the Temporal server
 * @param namespace its namespace
 * @param taskQueue the task queue that rollouts are started on, and that the worker polls
 * @param state folder of this machine in which the files of rollouts are
 * @param stores blobs and journals
 * @param work what a worker in this process needs; empty when others carry the rollouts out
 */
public record EngineSettings(
        WorkflowServiceStubs service,
        String namespace,
        String taskQueue,
        Path state,
        Stores stores,
        Optional<WorkSettings> work) {

    /** An engine with a worker on the default namespace and task queue, which keeps everything in the state folder. */
    public static EngineSettings of(WorkflowServiceStubs service, Path state, Targets targets, Planning planning) {
        return client(service, state).working(WorkSettings.of(targets, planning));
    }

    /** An engine that starts and follows rollouts of the default namespace and task queue, and carries none out. */
    public static EngineSettings client(WorkflowServiceStubs service, Path state) {
        return new EngineSettings(service, "default", Rollout.TASK_QUEUE, state, Stores.in(state), Optional.empty());
    }

    /** The same in another namespace and on another task queue. */
    public EngineSettings at(String newNamespace, String newTaskQueue) {
        return new EngineSettings(service, newNamespace, newTaskQueue, state, stores, work);
    }

    /** The same with blobs and journals elsewhere than in the state folder. */
    public EngineSettings storing(Stores others) {
        return new EngineSettings(service, namespace, taskQueue, state, others, work);
    }

    /** The same with a worker in this process. */
    public EngineSettings working(WorkSettings settings) {
        return new EngineSettings(service, namespace, taskQueue, state, stores, Optional.of(settings));
    }
}
