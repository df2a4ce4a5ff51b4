package io.slipway.worker.engine;

import static io.slipway.worker.engine.EngineFixture.awaitWaiting;
import static io.slipway.worker.engine.EngineFixture.end;
import static io.slipway.worker.engine.TestPlan.exec;
import static io.slipway.worker.engine.TestPlan.waits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.model.amend.StepDifference;
import io.slipway.model.journal.Decision;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.pipeline.OnFailure;
import io.slipway.model.plan.PlannedStep;
import io.slipway.workflows.contract.AmendRequest;
import io.slipway.workflows.contract.Amended;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rollout goes on with a corrected pipeline: in the same process, and after it. */
class AmendTest {
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

    private static TestPlan plan(PlannedStep... steps) {
        return TestPlan.named("repair").chain("s", List.of(), steps);
    }

    private static AmendRequest request(String... redo) {
        return new AmendRequest("ada", "the right word", List.of(redo), Map.of(), false, "");
    }

    private RolloutHandle pausedAtB() {
        RolloutHandle rollout = fixture.run(plan(
                exec("a", "ok").build(),
                exec("b", "fail").build(),
                exec("c", "ok").build()));
        awaitWaiting(rollout, "b");
        return rollout;
    }

    @Test
    void aPausedRolloutGoesOnWithTheCorrectedStep() {
        RolloutHandle rollout = pausedAtB();
        fixture.correct(plan(
                exec("a", "ok").build(),
                exec("b", "ok").build(),
                exec("new", "ok").build(),
                exec("c", "ok").build()));

        Amended amended = rollout.amend(request());

        assertThat(amended.differences())
                .extracting(StepDifference::kind)
                .containsExactly(
                        StepDifference.Kind.KEPT,
                        StepDifference.Kind.CHANGED,
                        StepDifference.Kind.NEW,
                        StepDifference.Kind.AGAIN);
        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(fixture.verbs().started()).containsExactly("a/1", "b/1", "b/2", "new/1", "c/1");
        assertThat(rollout.journal().decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.kind()).isEqualTo(Decision.Kind.AMEND);
            assertThat(decision.by()).isEqualTo("ada");
            assertThat(decision.note()).contains("the right word: changed b (exec.command); new new");
        });
    }

    @Test
    void aStepThatStaysAsItIsStillWaitsAfterwards() {
        RolloutHandle rollout = pausedAtB();
        fixture.correct(plan(
                exec("a", "ok").build(),
                exec("b", "fail").build(),
                exec("c", "echo", "new").build()));

        rollout.amend(request());

        awaitWaiting(rollout, "b");
        EngineFixture.decide(rollout, Decision.Kind.SKIP, "b");
        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(fixture.verbs().started()).containsExactly("a/1", "b/1", "c/1");
    }

    @Test
    void aDoneStepRunsAgainOnlyWhenToldTo() {
        RolloutHandle rollout = pausedAtB();
        fixture.correct(plan(
                exec("a", "echo", "other").build(),
                exec("b", "ok").build(),
                exec("c", "ok").build()));

        assertThatThrownBy(() -> rollout.amend(request()))
                .isInstanceOf(RolloutHandle.DecisionRefused.class)
                .hasMessage("step 'a' is done but would run again: exec.command. Use --redo a to allow that");
        assertThat(rollout.journal().status()).isEqualTo(RolloutStatus.PAUSED);

        rollout.amend(request("a"));
        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(fixture.verbs().started()).containsExactly("a/1", "b/1", "a/2", "b/2", "c/1");
    }

    @Test
    void aDoneStepIsNotLost() {
        RolloutHandle rollout = pausedAtB();
        fixture.correct(plan(exec("b", "ok").build()));

        assertThatThrownBy(() -> rollout.amend(request()))
                .hasMessageContaining("step 'a' is done but no longer in the pipeline");
        assertThatThrownBy(() -> rollout.amend(request("b", "c"))).hasMessageContaining("step 'c' would not run again");
    }

    @Test
    void nothingChangesByADryRunOrASamePipeline() {
        RolloutHandle rollout = pausedAtB();
        assertThatThrownBy(() -> rollout.amend(request())).hasMessageContaining("nothing to amend");
        fixture.correct(plan(
                exec("a", "ok").build(),
                exec("b", "ok").build(),
                exec("c", "ok").build()));

        Amended amended = rollout.amend(new AmendRequest("ada", "", List.of(), Map.of(), true, ""));

        assertThat(amended.problems()).isEmpty();
        assertThat(rollout.journal().status()).isEqualTo(RolloutStatus.PAUSED);
        assertThat(rollout.journal().decisions()).isEmpty();
    }

    @Test
    void afterTheProcessTheAmendmentResumes() {
        RolloutHandle rollout = pausedAtB();
        fixture.crash();
        fixture.correct(plan(
                exec("a", "ok").build(),
                exec("b", "ok").build(),
                exec("c", "ok").build()));

        assertThat(fixture.engine().foresee(rollout.id(), request()).problems()).isEmpty();
        RolloutHandle again = fixture.engine().amend(rollout.id(), request());

        assertThat(end(again).succeeded()).isTrue();
        assertThat(fixture.verbs().started()).containsExactly("a/1", "b/1", "b/2", "c/1");
        assertThat(again.journal().decisions()).extracting(Decision::kind).containsExactly(Decision.Kind.AMEND);
        assertThat(end(fixture.engine().amend(rollout.id(), request())).message())
                .contains("the rollout has succeeded; run the pipeline again");
    }

    @Test
    void onlyWhatIsPausedIsAmendedInFlight() {
        RolloutHandle rollout = fixture.run(plan(exec("a", "block", "go").build()));
        EngineFixture.awaitStatus(rollout, "a", StepStatus.RUNNING);

        assertThatThrownBy(() -> rollout.amend(request()))
                .hasMessageContaining("only a paused rollout can be amended; this one is running");

        fixture.verbs().open("go");
        assertThat(end(rollout).succeeded()).isTrue();
    }

    @Test
    void aRetryWhileTheAmendmentWaitsForARunningStepIsNotForgotten() {
        RolloutHandle rollout = fixture.run(beside("ok"));
        awaitWaiting(rollout, "a");
        EngineFixture.awaitStatus(rollout, "b", StepStatus.RUNNING);
        fixture.correct(beside("echo"));
        rollout.amend(request());

        EngineFixture.decide(rollout, Decision.Kind.RETRY, "a");
        fixture.verbs().open("go");

        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(fixture.verbs().started()).containsExactlyInAnyOrder("a/1", "a/2", "b/1", "c/1");
    }

    private static TestPlan beside(String last) {
        return TestPlan.named("beside")
                .stage(
                        "s",
                        List.of(),
                        exec("a", "fail", "2").build(),
                        exec("b", "block", "go").build(),
                        exec("c", last, "x").needs("a", "b").build());
    }

    @Test
    void aFailureThatEndsTheRolloutWhileTheAmendmentWaitsEndsIt() {
        RolloutHandle rollout = fixture.run(doomed("ok"));
        awaitWaiting(rollout, "a");
        EngineFixture.awaitStatus(rollout, "b", StepStatus.RUNNING);
        EngineFixture.awaitStatus(rollout, "w", StepStatus.RUNNING);
        fixture.correct(doomed("echo"));
        rollout.amend(request());

        fixture.verbs().open("go");
        EngineFixture.awaitStatus(rollout, "b", StepStatus.FAILED);
        EngineFixture.decide(rollout, Decision.Kind.SKIP, "a");
        fixture.verbs().open("gate");

        assertThat(end(rollout).message()).contains("step 'b' failed");
        assertThat(EngineFixture.status(rollout.journal(), "w")).isEqualTo(StepStatus.SUCCEEDED);
    }

    private static TestPlan doomed(String last) {
        return TestPlan.named("doomed")
                .stage(
                        "s",
                        List.of(),
                        exec("a", "fail").build(),
                        exec("b", "breaks", "go").onFailure(OnFailure.FAIL).build(),
                        waits("w", "gate").build(),
                        exec("c", last, "x").needs("a", "b", "w").build());
    }

    @Test
    void aTryThatFailsWhileTheAmendmentWaitsIsFollowedByTheNext() {
        RolloutHandle rollout = fixture.run(flaky("ok"));
        awaitWaiting(rollout, "a");
        EngineFixture.awaitStatus(rollout, "b", StepStatus.RUNNING);
        fixture.correct(flaky("echo"));
        rollout.amend(request());

        fixture.verbs().open("go");
        awaitWaiting(rollout, "b");
        awaitWaiting(rollout, "a");
        EngineFixture.decide(rollout, Decision.Kind.SKIP, "a");
        EngineFixture.decide(rollout, Decision.Kind.SKIP, "b");

        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(fixture.verbs().started()).containsExactlyInAnyOrder("a/1", "b/1", "b/2", "c/1");
    }

    private static TestPlan flaky(String last) {
        return TestPlan.named("flaky")
                .stage(
                        "s",
                        List.of(),
                        exec("a", "fail").build(),
                        exec("b", "breaks", "go").tries(2).build(),
                        exec("c", last, "x").needs("a", "b").build());
    }
}
