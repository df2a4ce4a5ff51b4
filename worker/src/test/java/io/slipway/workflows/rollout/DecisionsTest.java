package io.slipway.workflows.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.model.journal.Decision;
import io.slipway.workflows.contract.DecisionRequest;
import io.slipway.workflows.contract.JournalActivities;
import io.slipway.workflows.contract.PayloadConverters;
import io.slipway.workflows.contract.Waiting;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionsTest {
    private static final String QUEUE = "decisions";

    /** A step that waits, and two people who decide before it goes on. */
    @WorkflowInterface
    public interface TwoAtOnce {
        /** What was taken, and what the second was told. */
        @WorkflowMethod
        List<String> decide(String stepNamedBySecond);
    }

    /** As updates that arrive in one workflow task. */
    public static final class TwoAtOnceImpl implements TwoAtOnce {
        private final Decisions decisions = new Decisions(new Ledger("two-1"));

        @Override
        public List<String> decide(String stepNamedBySecond) {
            Promise<Decision> goesOn =
                    Async.function(() -> decisions.await("load", Waiting.afterFailure("exit code 1")));
            Workflow.await(() -> !decisions.open().isEmpty());
            Promise<String> first = Async.function(() -> decide(Decision.Kind.RETRY, "load"));
            Promise<String> second = Async.function(() -> decide(Decision.Kind.SKIP, stepNamedBySecond));
            return List.of(first.get(), second.get(), goesOn.get().kind().name());
        }

        private String decide(Decision.Kind kind, String step) {
            DecisionRequest request = new DecisionRequest(step, "ada", "", false);
            try {
                decisions.validate(kind, request);
            } catch (IllegalArgumentException refused) {
                return refused.getMessage();
            }
            return "took " + decisions.take(kind, request).step();
        }
    }

    private static List<String> decide(String stepNamedBySecond) {
        TestEnvironmentOptions options = TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(PayloadConverters.standard())
                        .build())
                .build();
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(options)) {
            Worker worker = environment.newWorker(QUEUE);
            worker.registerWorkflowImplementationTypes(TwoAtOnceImpl.class);
            worker.registerActivitiesImplementations((JournalActivities) batch -> {});
            environment.start();
            return environment
                    .getWorkflowClient()
                    .newWorkflowStub(
                            TwoAtOnce.class,
                            WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build())
                    .decide(stepNamedBySecond);
        }
    }

    @Test
    void theSecondDecisionOfAMomentIsRefused() {
        assertThat(decide("load"))
                .containsExactly(
                        "took load",
                        "step 'load' is not waiting for a decision: it has not started, or does not exist. No step is"
                                + " waiting.",
                        "RETRY");
    }

    @Test
    void soIsOneThatNamesNoStep() {
        assertThat(decide("")).containsExactly("took load", "name the step. No step is waiting.", "RETRY");
    }
}
