package io.slipway.worker.engine;

import static io.slipway.worker.engine.EngineFixture.awaitStatus;
import static io.slipway.worker.engine.EngineFixture.awaitWaiting;
import static io.slipway.worker.engine.EngineFixture.decide;
import static io.slipway.worker.engine.EngineFixture.end;
import static io.slipway.worker.engine.EngineFixture.status;
import static io.slipway.worker.engine.TestPlan.exec;
import static io.slipway.worker.engine.TestPlan.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.TextNode;
import io.slipway.model.journal.Decision;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.pipeline.OnFailure;
import io.slipway.model.plan.PlannedStep;
import io.slipway.workflows.contract.ChildRollout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
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
    void keepsDoneStepsAndTakesUpTheTryUnderWayUnderItsKey() {
        RolloutHandle rollout = fixture.run(TestPlan.named("crash")
                .chain(
                        "s",
                        List.of(),
                        exec("a", "ok").build(),
                        exec("b", "block", "go").build(),
                        exec("c", "ok").build()));
        awaitStatus(rollout, "b", StepStatus.RUNNING);

        fixture.crash();
        fixture.verbs().open("go");
        RolloutHandle again = fixture.engine().resume(rollout.id(), "tester");

        assertThat(end(again).succeeded()).isTrue();
        assertThat(fixture.verbs().started()).containsExactly("a/1", "b/1", "b/1", "c/1");
        assertThat(again.journal().step("a").orElseThrow().kept()).isTrue();
        assertThat(again.journal().runs()).isEqualTo(2);
    }

    @Test
    void aResumedFailureIsTriedAgainUnderANewKey() {
        RolloutHandle rollout = fixture.run(TestPlan.named("again")
                .chain("s", List.of(), exec("a", "fail", "2").build()));
        awaitWaiting(rollout, "a");

        fixture.crash();

        assertThat(end(fixture.engine().resume(rollout.id(), "tester")).succeeded())
                .isTrue();
        assertThat(fixture.verbs().started()).containsExactly("a/1", "a/2");
    }

    @Test
    void whatRunsAtTheEndRunsAtTheEndOfEachRun() {
        RolloutHandle rollout = fixture.run(TestPlan.named("ends")
                .chain(
                        "s",
                        List.of(),
                        exec("a", "ok").build(),
                        exec("b", "fail", "2").onFailure(OnFailure.FAIL).build())
                .last(exec("x", "ok").build(), exec("y", "ok").build()));
        assertThat(end(rollout).succeeded()).isFalse();

        RolloutHandle again = fixture.engine().resume(rollout.id(), "tester");

        assertThat(end(again).succeeded()).isTrue();
        assertThat(fixture.verbs().started()).containsExactly("a/1", "b/1", "x/1", "y/1", "b/2", "x/2", "y/2");
    }

    @Test
    void aReopenedSkipDoesNotTryTheStepAgain() {
        RolloutHandle rollout = fixture.run(TestPlan.named("skipped")
                .chain(
                        "s",
                        List.of(),
                        exec("a", "ok").build(),
                        exec("b", "fail", "2").build(),
                        exec("c", "ok").build()));
        awaitWaiting(rollout, "b");
        fixture.crash();

        RolloutHandle again = fixture.engine().reopen(rollout.id(), "tester");
        awaitWaiting(again, "b");
        decide(again, Decision.Kind.SKIP, "b");

        assertThat(end(again).succeeded()).isTrue();
        assertThat(fixture.verbs().started()).containsExactly("a/1", "b/1", "c/1");
        assertThat(status(again.journal(), "b")).isEqualTo(StepStatus.SKIPPED);
        assertThat(again.journal().decisions()).extracting(Decision::kind).containsExactly(Decision.Kind.SKIP);
    }

    @Test
    void aReopenedRetryTriesTheStepOnceMore() {
        RolloutHandle rollout = fixture.run(TestPlan.named("retried")
                .chain("s", List.of(), exec("a", "fail", "2").build()));
        awaitWaiting(rollout, "a");
        fixture.crash();

        RolloutHandle again = fixture.engine().reopen(rollout.id(), "tester");
        awaitWaiting(again, "a");
        decide(again, Decision.Kind.RETRY, "a");

        assertThat(end(again).succeeded()).isTrue();
        assertThat(fixture.verbs().started()).containsExactly("a/1", "a/2");
    }

    @Test
    void aCrashLeavesTheTriesThatARetryOfAPersonAllows() {
        RolloutHandle rollout = fixture.run(TestPlan.named("rounds")
                .chain(
                        "s",
                        List.of(),
                        exec("a", "fail", "6").tries(3, Duration.ofMillis(400)).build()));
        awaitWaiting(rollout, "a");
        decide(rollout, Decision.Kind.RETRY, "a");
        await().atMost(EngineFixture.LONG).until(() -> fixture.verbs().started().contains("a/4"));
        fixture.crash();

        assertThat(end(fixture.engine().resume(rollout.id(), "tester")).succeeded())
                .isTrue();
        assertThat(fixture.verbs().started()).contains("a/5", "a/6");
    }

    private RolloutHandle runWithChild(PlannedStep... inner) {
        fixture.correct(TestPlan.named("inner")
                .chain("s", List.of(), inner)
                .outputs(Map.of("said", TextNode.valueOf("from inside"))));
        return fixture.run(TestPlan.named("outer")
                .chain(
                        "s",
                        List.of(),
                        verb("child", "pipeline", Map.of("path", "inner")).build(),
                        exec("after", "echo", "${{ steps.child.said }}")
                                .uses("child")
                                .build()));
    }

    private RolloutHandle child(RolloutHandle rollout) {
        String id = ChildRollout.id(rollout.id(), "child", 1);
        await().atMost(EngineFixture.LONG)
                .until(() -> fixture.engine().journals().journal(id).runs() > 0);
        return fixture.engine().find(id);
    }

    @Test
    void aChildGoesOnWhereItWas() {
        RolloutHandle rollout =
                runWithChild(exec("a", "ok").build(), exec("b", "block", "go").build());
        awaitStatus(child(rollout), "b", StepStatus.RUNNING);
        fixture.crash();
        fixture.verbs().open("go");

        assertThat(end(fixture.engine().resume(rollout.id(), "tester")).succeeded())
                .isTrue();
        assertThat(fixture.verbs().started()).containsExactly("a/1", "b/1", "b/1", "after/1");
    }

    /** The parent's process was killed before its child had written a line. */
    @Test
    void aChildThatNeverBeganBegins() {
        RolloutHandle rollout = runWithChild(exec("a", "block", "go").build());
        String child = child(rollout).id();
        fixture.crash();
        fixture.engine().journals().remove(child);
        fixture.verbs().open("go");

        assertThat(end(fixture.engine().resume(rollout.id(), "tester")).succeeded())
                .isTrue();
        assertThat(fixture.engine().journals().events(child).getFirst())
                .isInstanceOfSatisfying(
                        JournalEvent.RolloutStarted.class,
                        started -> assertThat(started.input().orElseThrow().has("resume"))
                                .isFalse());
    }

    @Test
    void aChildThatWasDecidedByItselfIsNotRunAnew() {
        RolloutHandle rollout = runWithChild(exec("a", "fail", "2").build());
        awaitWaiting(child(rollout), "a");
        fixture.crash();
        RolloutHandle child = fixture.engine().reopen(ChildRollout.id(rollout.id(), "child", 1), "tester");
        awaitWaiting(child, "a");
        decide(child, Decision.Kind.SKIP, "a");
        assertThat(end(child).succeeded()).isTrue();

        RolloutHandle again = fixture.engine().resume(rollout.id(), "tester");
        assertThat(end(again).succeeded()).isTrue();
        assertThat(fixture.verbs().started()).containsExactly("a/1", "after/1");
        assertThat(again.journal().step("after").orElseThrow().outputs())
                .containsEntry("said", TextNode.valueOf("from inside"));
    }

    @Test
    void whatWasNeverStartedCannotBeResumed() {
        assertThat(end(fixture.engine().resume("nothing", "tester")).message())
                .contains("there is no journal of rollout 'nothing' to continue from");
    }
}
