package io.slipway.worker.engine;

import static io.slipway.worker.engine.EngineFixture.awaitStatus;
import static io.slipway.worker.engine.EngineFixture.awaitWaiting;
import static io.slipway.worker.engine.EngineFixture.decide;
import static io.slipway.worker.engine.EngineFixture.end;
import static io.slipway.worker.engine.EngineFixture.status;
import static io.slipway.worker.engine.TestPlan.exec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.model.journal.Decision;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.json.Json;
import io.slipway.workflows.contract.DecisionRequest;
import io.slipway.workflows.contract.UndoRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rollout that is over is taken back. */
class UndoTest {
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

    private RolloutHandle done(String... wordsOfB) {
        RolloutHandle rollout = fixture.run(TestPlan.named("over")
                .chain(
                        "s",
                        List.of(),
                        exec("a", "ok").build(),
                        exec("b", wordsOfB).build(),
                        exec("c", "ok").build())
                .last(exec("tidy", "ok").build()));
        assertThat(end(rollout).succeeded()).isTrue();
        return rollout;
    }

    private static UndoRequest to(String step) {
        return new UndoRequest(step, "ada", "wrong cluster");
    }

    @Test
    void everythingIsTakenBackTheLastStepFirst() {
        RolloutHandle rollout = fixture.engine().undo(done("ok").id(), to(""));

        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(fixture.verbs().undone()).containsExactly("c", "b", "a");
        assertThat(fixture.verbs().started()).containsExactly("a/1", "b/1", "c/1", "tidy/1");
        assertThat(rollout.journal().status()).isEqualTo(RolloutStatus.UNDONE);
        assertThat(rollout.journal().message()).isEqualTo("undone by ada");
        assertThat(rollout.journal().decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.kind()).isEqualTo(Decision.Kind.UNDO);
            assertThat(decision.note()).isEqualTo("wrong cluster");
        });
    }

    @Test
    void theElementsOfALoopAreTakenBackAsWhatTheyWere() {
        RolloutHandle done = fixture.run(TestPlan.named("loop")
                .chain(
                        "s",
                        List.of(),
                        exec("each", "echo", "${{ each }}")
                                .forEach(Json.tree(List.of("x", "y")))
                                .build()));
        assertThat(end(done).succeeded()).isTrue();

        RolloutHandle rollout = fixture.engine().undo(done.id(), to(""));

        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(fixture.verbs().undone()).contains("each[x]", "each[y]");
        assertThat(status(rollout.journal(), "each[x]")).isEqualTo(StepStatus.UNDONE);
        assertThat(status(rollout.journal(), "each[y]")).isEqualTo(StepStatus.UNDONE);
    }

    /** It would have no time, and everything would be after it. */
    @Test
    void thereIsNoGoingBackToAStepThatWasSkipped() {
        RolloutHandle done = fixture.run(TestPlan.named("skips")
                .chain(
                        "s",
                        List.of(),
                        exec("a", "ok").build(),
                        exec("b", "ok").when("false").build(),
                        exec("c", "ok").build()));
        assertThat(end(done).succeeded()).isTrue();

        RolloutHandle.End end = end(fixture.engine().undo(done.id(), to("b")));

        assertThat(end.message()).contains("has not completed step 'b', so it cannot be reverted to that step");
        assertThat(fixture.verbs().undone()).isEmpty();
    }

    @Test
    void backToALoopIsBackToItsLastElement() {
        RolloutHandle done = fixture.run(TestPlan.named("loops")
                .chain(
                        "s",
                        List.of(),
                        exec("each", "echo", "${{ each }}")
                                .forEach(Json.tree(List.of("x", "y")))
                                .build(),
                        exec("c", "ok").build()));
        assertThat(end(done).succeeded()).isTrue();

        assertThat(end(fixture.engine().undo(done.id(), to("each"))).succeeded())
                .isTrue();

        assertThat(fixture.verbs().undone()).containsExactly("c");
    }

    @Test
    void backToAStepWhichStaysAndAResumeGoesOnFromThere() {
        RolloutHandle rollout = fixture.engine().undo(done("ok").id(), to("b"));

        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(fixture.verbs().undone()).containsExactly("c");
        assertThat(status(rollout.journal(), "b")).isEqualTo(StepStatus.SUCCEEDED);

        RolloutHandle again = fixture.engine().resume(rollout.id(), "ada");
        assertThat(end(again).succeeded()).isTrue();
        assertThat(fixture.verbs().started()).contains("c/2").doesNotContain("a/2", "b/2");
    }

    @Test
    void anUndoThatFailsWaitsForAPerson() {
        RolloutHandle rollout = fixture.engine().undo(done("ok", "stubborn").id(), to(""));
        awaitWaiting(rollout, "b");
        assertThat(fixture.verbs().undone()).containsExactly("c");

        fixture.verbs().open("undoable");
        decide(rollout, Decision.Kind.RETRY, "b");

        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(fixture.verbs().undone()).containsExactly("c", "b", "a");
    }

    @Test
    void aStepThatWaitedWhenTheProcessEndedWaitsNoLonger() {
        RolloutHandle paused = fixture.run(TestPlan.named("paused")
                .chain(
                        "s",
                        List.of(),
                        exec("a", "ok").build(),
                        exec("b", "make", "thing", "2").build()));
        awaitWaiting(paused, "b");
        fixture.crash();

        RolloutHandle rollout = fixture.engine().undo(paused.id(), to(""));

        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(status(rollout.journal(), "a")).isEqualTo(StepStatus.UNDONE);
        assertThat(status(rollout.journal(), "b")).isEqualTo(StepStatus.UNDONE);
        assertThat(fixture.verbs().takenBack()).containsExactly("thing-1");
    }

    @Test
    void whatAStepHadDoneWhenItWasSkippedIsTakenBack() {
        RolloutHandle rollout = fixture.run(TestPlan.named("skipped")
                .chain("s", List.of(), exec("a", "make", "thing", "2").build()));
        awaitWaiting(rollout, "a");
        decide(rollout, Decision.Kind.SKIP, "a");
        assertThat(end(rollout).succeeded()).isTrue();

        assertThat(end(fixture.engine().undo(rollout.id(), to(""))).succeeded()).isTrue();
        assertThat(fixture.verbs().takenBack()).containsExactly("thing-1");
    }

    @Test
    void whatIsLeftIsNamed() {
        RolloutHandle rollout = fixture.engine().undo(done("ok", "stubborn").id(), to(""));
        awaitWaiting(rollout, "b");
        decide(rollout, Decision.Kind.SKIP, "b");

        assertThat(end(rollout).message()).contains("the undo is incomplete; left unchanged: b");
        assertThat(status(rollout.journal(), "b")).isEqualTo(StepStatus.SKIPPED);
        assertThat(fixture.verbs().undone()).containsExactly("c", "a");
    }

    @Test
    void anUndoOfWhatIsNotThereIsRefused() {
        assertThat(end(fixture.engine().undo("nothing", to(""))).message())
                .contains("there is no journal of rollout 'nothing'");
        String id = done("ok").id();
        assertThat(end(fixture.engine().undo(id, to("bb"))).message()).contains("has no step 'bb' to revert to");
    }

    @Test
    void whatAStepHadDoneWhenItWasCancelledIsTakenBack() {
        RolloutHandle running = fixture.run(TestPlan.named("cut")
                .chain("s", List.of(), exec("a", "make", "thing", "never").build()));
        awaitStatus(running, "a", StepStatus.RUNNING);
        await().atMost(EngineFixture.LONG)
                .until(() -> running.progress().getOrDefault("a", "").contains("never"));
        running.cancel("ada", "wrong cluster");
        assertThat(end(running).succeeded()).isFalse();
        assertThat(running.journal().step("a").orElseThrow().result().orElseThrow())
                .satisfies(result -> assertThat(result.summary()).contains("the rollout was cancelled"))
                .satisfies(result -> assertThat(result.counts()).containsEntry("created", 1L));

        assertThat(end(fixture.engine().undo(running.id(), to(""))).succeeded()).isTrue();
        assertThat(fixture.verbs().takenBack()).containsExactly("thing-1");
    }

    @Test
    void anAbortTakesBackWhatItHasCutShort() {
        RolloutHandle running = fixture.run(TestPlan.named("abort")
                .chain("s", List.of(), exec("a", "make", "thing", "never").build()));
        await().atMost(EngineFixture.LONG)
                .until(() -> running.progress().getOrDefault("a", "").contains("never"));
        running.decide(Decision.Kind.ABORT, new DecisionRequest("", "ada", "", true));

        assertThat(end(running).succeeded()).isFalse();
        assertThat(fixture.verbs().takenBack()).containsExactly("thing-1");
    }

    @Test
    void whatTheFirstOfManyTriesDidIsTakenBack() {
        RolloutHandle done = fixture.run(TestPlan.named("many")
                .chain("s", List.of(), exec("a", "make", "thing", "8").tries(8).build()));
        assertThat(end(done).succeeded()).isTrue();

        assertThat(end(fixture.engine().undo(done.id(), to(""))).succeeded()).isTrue();
        assertThat(fixture.verbs().takenBack()).hasSize(8).startsWith("thing-1").endsWith("thing-8");
    }

    @Test
    void whatWasTakenBackIsNotTakenBackAgain() {
        RolloutHandle done = fixture.run(TestPlan.named("twice")
                .chain("s", List.of(), exec("a", "make", "thing").build()));
        assertThat(end(done).succeeded()).isTrue();
        assertThat(end(fixture.engine().undo(done.id(), to(""))).succeeded()).isTrue();
        assertThat(end(fixture.engine().resume(done.id(), "ada")).succeeded()).isTrue();
        assertThat(end(fixture.engine().undo(done.id(), to(""))).succeeded()).isTrue();

        assertThat(fixture.verbs().takenBack()).containsExactly("thing-1", "thing-2");
    }

    @Test
    void whatATryDidThatNoWorkerEndedIsLookedFor() {
        RolloutHandle paused = fixture.run(TestPlan.named("unheard")
                .chain("s", List.of(), exec("a", "lost").build()));
        awaitWaiting(paused, "a");
        assertThat(paused.journal().step("a").orElseThrow().result().orElseThrow())
                .satisfies(result -> assertThat(result.summary()).contains("nobody hears of it"));
        assertThat(fixture.engine().journals().events(paused.id()))
                .filteredOn(JournalEvent.StepFinished.class::isInstance)
                .singleElement()
                .satisfies(end ->
                        assertThat(((JournalEvent.StepFinished) end).unheard()).isTrue());
        paused.decide(Decision.Kind.ABORT, new DecisionRequest("", "ada", "", true));

        assertThat(end(paused).succeeded()).isFalse();
        assertThat(fixture.verbs().takenBack()).containsExactly("lost try 1");
    }
}
