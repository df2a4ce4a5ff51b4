package io.slipway.worker.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.activities.step.KeepingAlive;
import io.slipway.activities.step.KeptAlive;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testserver.TestServer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Activities that say nothing themselves are known to be at work. */
class KeepingAliveTest {
    private static final Duration MOST = Duration.ofMinutes(1);
    private static final String QUEUE = "alive";

    private final CountDownLatch done = new CountDownLatch(1);

    @Test
    void aQuietActivityBeats() {
        try (TestServer.InProcessTestServer server = TestServer.createServer(true)) {
            WorkflowServiceStubs service = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                    .setChannel(server.getChannel())
                    .validateAndBuildWithDefaults());
            WorkflowClient client = WorkflowClient.newInstance(service);
            WorkerFactory factory = WorkerFactory.newInstance(
                    client,
                    WorkerFactoryOptions.newBuilder()
                            .setWorkerInterceptors(new KeepingAlive())
                            .build());
            Worker worker = factory.newWorker(QUEUE);
            worker.registerWorkflowImplementationTypes(AskingWorkflow.class);
            worker.registerActivitiesImplementations(new Waiting(done));
            factory.start();
            try {
                Asking asking = client.newWorkflowStub(
                        Asking.class,
                        WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
                WorkflowExecution execution = WorkflowClient.start(asking::ask);

                await().atMost(MOST)
                        .until(() -> pending(service, execution).stream()
                                .anyMatch(PendingActivityInfo::hasLastHeartbeatTime));
                done.countDown();
                assertThat(WorkflowStub.fromTyped(asking).getResult(String.class))
                        .isEqualTo("quiet");
            } finally {
                done.countDown();
                factory.shutdownNow();
                service.shutdownNow();
            }
        }
    }

    private static List<PendingActivityInfo> pending(WorkflowServiceStubs service, WorkflowExecution execution) {
        return service.blockingStub()
                .describeWorkflowExecution(DescribeWorkflowExecutionRequest.newBuilder()
                        .setNamespace("default")
                        .setExecution(execution)
                        .build())
                .getPendingActivitiesList();
    }

    /** Asks it. */
    @WorkflowInterface
    public interface Asking {
        /** Gives its answer. */
        @WorkflowMethod
        String ask();
    }

    /** As the rollout asks. */
    public static final class AskingWorkflow implements Asking {
        private final Quiet quiet = Workflow.newActivityStub(
                Quiet.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(5))
                        .setHeartbeatTimeout(Duration.ofSeconds(8))
                        .build());

        @Override
        public String ask() {
            return quiet.answer();
        }
    }

    /** Says nothing before its answer. */
    @ActivityInterface
    public interface Quiet {
        /** The answer. */
        String answer();
    }

    private record Waiting(CountDownLatch done) implements Quiet, KeptAlive {
        @Override
        public String answer() {
            try {
                done.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "quiet";
        }
    }
}
