package io.slipway.bench;

import io.slipway.workflows.contract.PayloadConverters;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/**
 * The peer: a workflow as one writes it by hand, a loop that calls an activity which does nothing. No journal, no
 * results, no names, no way to resume; it never continues as new, so its history is whole.
 */
public final class BareActivities implements Contestant {
    private static final String QUEUE = "bare";

    private final Starts starts = new Starts();
    private final WorkflowClient client;
    private final WorkerFactory factory;

    /** Its workflows on that server. */
    public BareActivities(WorkflowServiceStubs service) {
        client = WorkflowClient.newInstance(
                service,
                WorkflowClientOptions.newBuilder()
                        .setDataConverter(PayloadConverters.standard())
                        .build());
        factory = WorkerFactory.newInstance(
                client,
                WorkerFactoryOptions.newBuilder()
                        .setUsingVirtualWorkflowThreads(true)
                        .build());
        Worker worker = factory.newWorker(
                QUEUE, WorkerOptions.newBuilder().setUsingVirtualThreads(true).build());
        worker.registerWorkflowImplementationTypes(LoopWorkflow.class);
        worker.registerActivitiesImplementations((Nothing) index -> {
            starts.note();
            return "done";
        });
        factory.start();
    }

    @Override
    public String name() {
        return "bare Temporal";
    }

    @Override
    public Sample run(int steps) {
        starts.expect(steps);
        long begin = System.nanoTime();
        once(steps);
        return new Sample(steps, System.nanoTime() - begin, starts.all());
    }

    /** Carries a workflow of so many activities out, also beside others, and returns its id. */
    public String once(int steps) {
        Loop loop = client.newWorkflowStub(
                Loop.class, WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
        loop.run(steps);
        return WorkflowStub.fromTyped(loop).getExecution().getWorkflowId();
    }

    @Override
    public void close() {
        factory.shutdownNow();
    }

    /** The workflow. */
    @WorkflowInterface
    public interface Loop {
        /** Calls the activity so often, and returns how often. */
        @WorkflowMethod
        int run(int steps);
    }

    /** The activity. */
    @ActivityInterface
    public interface Nothing {
        /** Does nothing. */
        String nothing(int index);
    }

    /** By hand. */
    public static final class LoopWorkflow implements Loop {
        private final Nothing activities = Workflow.newActivityStub(
                Nothing.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(10))
                        .build());

        @Override
        public int run(int steps) {
            for (int i = 0; i < steps; i++) {
                activities.nothing(i);
            }
            return steps;
        }
    }
}
