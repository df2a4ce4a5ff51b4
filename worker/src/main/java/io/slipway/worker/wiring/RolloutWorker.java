package io.slipway.worker.wiring;

import io.slipway.activities.step.KeepingAlive;
import io.slipway.model.expr.Expressions;
import io.slipway.workflows.contract.Revalidation;
import io.slipway.workflows.contract.Rollout;
import io.slipway.workflows.fleet.FleetWorkflow;
import io.slipway.workflows.rollout.CelEvaluator;
import io.slipway.workflows.rollout.RevalidationWorkflow;
import io.slipway.workflows.rollout.RolloutWorkflow;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Temporal worker for rollouts and their steps, sized for thousands of steps that wait. */
public final class RolloutWorker implements AutoCloseable {
    private static final int STEPS_AT_ONCE = 2_000;
    private static final long LONGEST_WORKFLOW_TASK_MILLIS = 10_000;
    /** How long a server keeps work for the worker that knows a rollout, and may be dead; it adds to the silence of a step. */
    private static final Duration STICKY = Duration.ofSeconds(2);

    private final AtWork atWork = new AtWork();
    private final WorkerFactory factory;

    RolloutWorker(String taskQueue, boolean sticky, WorkflowClient client, List<Object> activities) {
        factory = WorkerFactory.newInstance(
                client,
                WorkerFactoryOptions.newBuilder()
                        .setUsingVirtualWorkflowThreads(true)
                        .setMaxWorkflowThreadCount(20_000)
                        .setWorkerInterceptors(new KeepingAlive(), atWork)
                        .build());
        WorkerOptions.Builder options = WorkerOptions.newBuilder()
                .setUsingVirtualThreads(true)
                .setMaxConcurrentActivityExecutionSize(STEPS_AT_ONCE)
                .setDefaultDeadlockDetectionTimeout(LONGEST_WORKFLOW_TASK_MILLIS)
                .setStickyQueueScheduleToStartTimeout(sticky ? STICKY : Duration.ZERO);
        Worker worker = factory.newWorker(taskQueue, options.build());
        worker.registerWorkflowImplementationFactory(Rollout.class, () -> new RolloutWorkflow(new CelEvaluator()));
        worker.registerWorkflowImplementationFactory(
                Revalidation.class, () -> new RevalidationWorkflow(new CelEvaluator()));
        worker.registerWorkflowImplementationTypes(FleetWorkflow.class);
        worker.registerActivitiesImplementations(activities.toArray());
    }

    /** Warms what workflow code needs, then polls. */
    public void start() {
        Expressions.warm();
        factory.start();
    }

    /** Whether it polls. */
    public boolean polls() {
        return factory.isStarted() && !factory.isShutdown();
    }

    /** Stops polling and lets what runs end by itself, for at most so long. Close it afterwards. */
    public void drain(Duration atMost) {
        factory.shutdown();
        factory.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Stops polling, and interrupts and waits for what runs; another worker takes it up. */
    public void stop() {
        factory.shutdownNow();
        if (!atWork.none()) {
            awaitEnd();
        }
    }

    /** Stops, and waits also for what only polls, which takes most of a second. */
    @Override
    public void close() {
        factory.shutdownNow();
        awaitEnd();
    }

    private void awaitEnd() {
        factory.awaitTermination(5, TimeUnit.SECONDS);
    }
}
