package io.slipway.worker.engine;

import static io.slipway.worker.engine.EngineFixture.awaitStatus;
import static io.slipway.worker.engine.EngineFixture.awaitWaiting;
import static io.slipway.worker.engine.EngineFixture.decide;
import static io.slipway.worker.engine.EngineFixture.end;
import static io.slipway.worker.engine.EngineFixture.status;
import static io.slipway.worker.engine.TestPlan.exec;
import static io.slipway.worker.engine.TestPlan.verb;
import static io.slipway.worker.engine.TestPlan.waits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.model.journal.Decision;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.json.Json;
import io.slipway.model.pipeline.OnFailure;
import io.slipway.model.plan.PlannedStep;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Temporal's own cancellation, wherever the rollout is: work stops, {@code finally} runs, the journal has an end. */
class CancelTest {
    private static final String WHY = "cancelled by ada: wrong cluster";

    @TempDir
    Path state;

    private EngineFixture fixture;

    @BeforeEach
    void start() {
        fixture = new EngineFixture(state);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void whilePaused() {
        RolloutHandle rollout = fixture.run(TestPlan.named("paused")
                .chain(
                        "s",
                        List.of(),
                        exec("a", "ok").build(),
                        exec("b", "fail").build(),
                        exec("c", "ok").build())
                .last(tidies("cancelled")));
        awaitWaiting(rollout, "b");

        rollout.cancel("ada", "wrong cluster");

        isCancelled(rollout);
        assertThat(fixture.verbs().started()).containsExactly("a/1", "b/1", "tidy/1");
        assertThat(status(rollout.journal(), "b")).isEqualTo(StepStatus.FAILED);
    }

    @Test
    void whileItWaitsForApproval() {
        RolloutHandle rollout = fixture.run(TestPlan.named("approval")
                .chain(
                        "s",
                        List.of(),
                        verb("ask", "approve", Map.of("message", "go on?")).build())
                .last(tidies("cancelled")));
        awaitWaiting(rollout, "ask");

        rollout.cancel("ada", "wrong cluster");

        isCancelled(rollout);
        assertThat(fixture.verbs().started()).containsExactly("tidy/1");
        assertThat(rollout.journal()
                        .step("ask")
                        .orElseThrow()
                        .result()
                        .orElseThrow()
                        .summary())
                .isEqualTo("interrupted: the rollout was cancelled");
    }

    @Test
    void duringAWaitBesideABusyStep() {
        RolloutHandle rollout = fixture.run(TestPlan.named("wait")
                .stage(
                        "s",
                        List.of(),
                        waits("w", "never").build(),
                        exec("busy", "block", "never").build(),
                        verb("nap", "sleep", Map.of("for", "2000h")).build())
                .last(tidies("cancelled")));
        awaitStatus(rollout, "w", StepStatus.RUNNING);
        awaitStatus(rollout, "busy", StepStatus.RUNNING);
        awaitStatus(rollout, "nap", StepStatus.RUNNING);

        rollout.cancel("ada", "wrong cluster");

        isCancelled(rollout);
        assertThat(fixture.verbs().started()).endsWith("tidy/1");
        assertThat(fixture.verbs().runningAtTheStartOf("tidy")).isEmpty();
        for (String step : List.of("w", "busy", "nap")) {
            assertThat(status(rollout.journal(), step)).isEqualTo(StepStatus.FAILED);
        }
    }

    @Test
    void inALoop() {
        RolloutHandle rollout = fixture.run(TestPlan.named("loop")
                .chain(
                        "s",
                        List.of(),
                        exec("each", "block", "${{ each }}")
                                .forEach(Json.tree(List.of("x", "y")))
                                .build())
                .last(tidies("cancelled")));
        fixture.verbs().open("x");
        awaitStatus(rollout, "each[x]", StepStatus.SUCCEEDED);
        awaitStatus(rollout, "each[y]", StepStatus.RUNNING);

        rollout.cancel("ada", "wrong cluster");

        isCancelled(rollout);
        assertThat(status(rollout.journal(), "each[x]")).isEqualTo(StepStatus.SUCCEEDED);
        assertThat(status(rollout.journal(), "each[y]")).isEqualTo(StepStatus.FAILED);
        assertThat(fixture.verbs().started()).endsWith("tidy/1");
    }

    @Test
    void duringFinallyWhichRunsOn() {
        RolloutHandle rollout = fixture.run(TestPlan.named("finale")
                .chain("s", List.of(), exec("a", "ok").build())
                .last(exec("tidy", "block", "go").build(), exec("tidy2", "ok").build()));
        awaitStatus(rollout, "tidy", StepStatus.RUNNING);

        rollout.cancel("ada", "wrong cluster");
        fixture.verbs().open("go");

        assertThat(end(rollout).succeeded()).isFalse();
        assertThat(fixture.verbs().started()).containsExactly("a/1", "tidy/1", "tidy2/1");
        assertThat(status(rollout.journal(), "tidy")).isEqualTo(StepStatus.SUCCEEDED);
        assertThat(rollout.journal().status()).isEqualTo(RolloutStatus.CANCELLED);
        assertThat(rollout.journal().message()).startsWith(WHY).contains("all stages were done");
    }

    @Test
    void whileFinallyWaitsForAPerson() {
        RolloutHandle rollout = fixture.run(TestPlan.named("stuck")
                .chain(
                        "s",
                        List.of(),
                        exec("a", "fail").onFailure(OnFailure.FAIL).build())
                .last(exec("tidy", "fail").build(), exec("tidy2", "ok").build()));
        awaitWaiting(rollout, "tidy");

        rollout.cancel("ada", "wrong cluster");

        assertThat(end(rollout).succeeded()).isFalse();
        assertThat(fixture.verbs().started()).containsExactly("a/1", "tidy/1", "tidy2/1");
        assertThat(rollout.journal().status()).isEqualTo(RolloutStatus.CANCELLED);
        assertThat(rollout.journal().message())
                .startsWith(WHY)
                .contains("while 'finally' ran; step 'a' failed: it failed on purpose");
    }

    @Test
    void aFailureInFinallyAsksNobodyAfterACancel() {
        RolloutHandle rollout = fixture.run(TestPlan.named("nobody")
                .chain("s", List.of(), exec("a", "block", "never").build())
                .last(exec("tidy", "fail").build(), exec("tidy2", "ok").build()));
        awaitStatus(rollout, "a", StepStatus.RUNNING);

        rollout.cancel("ada", "wrong cluster");

        isCancelled(rollout);
        assertThat(fixture.verbs().started()).containsExactly("a/1", "tidy/1", "tidy2/1");
        assertThat(status(rollout.journal(), "tidy")).isEqualTo(StepStatus.FAILED);
    }

    @Test
    void aSecondCancelChangesNothing() {
        RolloutHandle rollout = fixture.run(TestPlan.named("twice")
                .chain("s", List.of(), exec("a", "block", "never").build())
                .last(exec("tidy", "block", "go").build()));
        awaitStatus(rollout, "a", StepStatus.RUNNING);
        rollout.cancel("ada", "wrong cluster");
        awaitStatus(rollout, "tidy", StepStatus.RUNNING);

        rollout.cancel("bob", "me too");
        fixture.verbs().open("go");

        isCancelled(rollout);
        assertThat(status(rollout.journal(), "tidy")).isEqualTo(StepStatus.SUCCEEDED);
        assertThatThrownBy(() -> rollout.cancel("bob", ""))
                .isInstanceOf(RolloutHandle.DecisionRefused.class)
                .hasMessageContaining("has ended");
    }

    @Test
    void theGroupIsFreeAgain() {
        TestPlan plan = TestPlan.named("group")
                .chain("s", List.of(), exec("a", "block", "go").build());
        RolloutHandle first = fixture.run(plan);
        awaitStatus(first, "a", StepStatus.RUNNING);
        first.cancel("ada", "wrong cluster");
        isCancelled(first);

        fixture.verbs().open("go");
        assertThat(end(fixture.run(plan)).succeeded()).isTrue();
    }

    @Test
    void aCancelledRolloutCanBeResumed() {
        RolloutHandle rollout = fixture.run(TestPlan.named("again")
                .chain(
                        "s",
                        List.of(),
                        exec("a", "ok").build(),
                        exec("b", "block", "go").build(),
                        exec("c", "ok").build()));
        awaitStatus(rollout, "b", StepStatus.RUNNING);
        rollout.cancel("ada", "wrong cluster");
        isCancelled(rollout);

        fixture.verbs().open("go");
        RolloutHandle again = fixture.engine().resume(rollout.id(), "tester");

        assertThat(end(again).succeeded()).isTrue();
        assertThat(fixture.verbs().started()).containsExactly("a/1", "b/1", "b/2", "c/1");
        assertThat(again.journal().status()).isEqualTo(RolloutStatus.SUCCEEDED);
    }

    @Test
    void aPausedRolloutWhoseServerIsGoneIsCancelledWithoutRunningAnything() {
        RolloutHandle rollout = fixture.run(TestPlan.named("later")
                .chain(
                        "s",
                        List.of(),
                        exec("a", "fail", "2").build(),
                        exec("b", "ok").build())
                .last(tidies("cancelled")));
        awaitWaiting(rollout, "a");
        fixture.crash();

        RolloutHandle again = fixture.engine().reopen(rollout.id(), "ada");
        again.cancel("ada", "wrong cluster");

        isCancelled(again);
        assertThat(fixture.verbs().started()).containsExactly("a/1", "tidy/1");
    }

    @Test
    void anAbortAlsoEndsTheStepsUnderWay() {
        RolloutHandle rollout = fixture.run(TestPlan.named("abort")
                .stage(
                        "s",
                        List.of(),
                        exec("a", "block", "never").build(),
                        exec("b", "fail").build()));
        awaitWaiting(rollout, "b");
        awaitStatus(rollout, "a", StepStatus.RUNNING);

        decide(rollout, Decision.Kind.ABORT, "");

        assertThat(end(rollout).message()).isEqualTo("rollout aborted: because");
        assertThat(status(rollout.journal(), "a")).isEqualTo(StepStatus.FAILED);
    }

    private static PlannedStep tidies(String status) {
        return exec("tidy", "ok").when("rollout.status == '" + status + "'").build();
    }

    private void isCancelled(RolloutHandle rollout) {
        assertThat(end(rollout).succeeded()).isFalse();
        Journal journal = rollout.journal();
        assertThat(journal.status()).isEqualTo(RolloutStatus.CANCELLED);
        assertThat(journal.message()).isEqualTo(WHY);
        assertThat(journal.finished()).isPresent();
        assertThat(fixture.engine()
                        .client()
                        .newUntypedWorkflowStub(rollout.id())
                        .describe()
                        .getStatus())
                .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
    }
}
