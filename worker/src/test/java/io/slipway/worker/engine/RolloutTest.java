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

import com.fasterxml.jackson.databind.node.TextNode;
import io.slipway.model.journal.Decision;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.json.Json;
import io.slipway.model.pipeline.OnFailure;
import io.slipway.workflows.contract.ChildRollout;
import io.slipway.workflows.contract.DecisionRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolloutTest {
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
    void walksStagesInOrderAndYieldsOutputs() {
        RolloutHandle rollout = fixture.run(TestPlan.named("walk")
                .chain(
                        "one",
                        List.of(),
                        exec("a", "ok").build(),
                        exec("b", "echo", "hello").build())
                .stage(
                        "two",
                        List.of("one"),
                        exec("c", "ok").build(),
                        exec("d", "echo", "${{ steps.b.said }} again").uses("b").build())
                .outputs(Map.of("said", TextNode.valueOf("${{ steps.d.said }}"))));

        RolloutHandle.End end = end(rollout);

        assertThat(end.message()).isEqualTo("4 steps done");
        assertThat(end.outcome().orElseThrow().outputs()).containsEntry("said", TextNode.valueOf("hello again"));
        assertThat(fixture.verbs().started()).startsWith("a/1", "b/1").contains("c/1", "d/1");
        assertThat(rollout.journal().status()).isEqualTo(RolloutStatus.SUCCEEDED);
    }

    @Test
    void anOutputWithoutAValueIsNamedAndTheOthersStay() {
        RolloutHandle rollout = fixture.run(TestPlan.named("without")
                .chain("s", List.of(), exec("a", "echo", "hello").build())
                .outputs(Map.of(
                        "first", TextNode.valueOf("${{ steps.a.nothing }}"),
                        "said", TextNode.valueOf("${{ steps.a.said }}"))));

        RolloutHandle.End end = end(rollout);

        assertThat(end.succeeded()).isTrue();
        assertThat(end.outcome().orElseThrow().outputs())
                .containsEntry("said", TextNode.valueOf("hello"))
                .doesNotContainKey("first");
        assertThat(rollout.journal().message()).startsWith("output 'first' has no value: ");
    }

    @Test
    void aPartOfARolloutSaysNothingOfTheOutputsOfTheRest() {
        fixture.correct(TestPlan.named("part")
                .chain("s", List.of(), exec("a", "echo", "hello").build())
                .outputs(Map.of("said", TextNode.valueOf("${{ steps.a.nothing }}"))));

        RolloutHandle rollout = fixture.engine()
                .submit(Json.mapper().createObjectNode().put("pipeline", "part").put("until", "a"), "part-1");

        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(rollout.journal().message()).doesNotContain("has no value");
    }

    @Test
    void triesAgainUnderNewKeysAndThenSucceeds() {
        RolloutHandle rollout = fixture.run(TestPlan.named("tries")
                .chain("s", List.of(), exec("a", "fail", "3").tries(3).build()));

        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(fixture.verbs().started()).containsExactly("a/1", "a/2", "a/3");
        assertThat(rollout.journal().step("a").orElseThrow().tries()).hasSize(3);
    }

    /** The next heartbeat would have come too late. */
    @Test
    void whatAStepRemembersIsThereForItsSuccessorAtOnce() {
        RolloutHandle rollout = fixture.run(TestPlan.named("remembers")
                .chain("s", List.of(), exec("a", "stopped").build()));

        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(fixture.verbs().started()).containsExactly("a/1", "a/1");
    }

    @Test
    void pausesOnFailureUntilSomebodyRetries() {
        RolloutHandle rollout = fixture.run(TestPlan.named("pause")
                .chain(
                        "s",
                        List.of(),
                        exec("a", "fail", "2").build(),
                        exec("b", "ok").build()));
        awaitWaiting(rollout, "a");

        assertThat(rollout.overview().status()).isEqualTo(RolloutStatus.PAUSED);
        assertThatThrownBy(() -> decide(rollout, Decision.Kind.APPROVE, "a"))
                .hasMessageContaining("step 'a' has failed: retry it, skip it, or abort");
        assertThatThrownBy(() -> decide(rollout, Decision.Kind.RETRY, "b"))
                .hasMessageContaining("step 'b' is not waiting for a decision: it has not started")
                .hasMessageContaining("Waiting: a.");
        assertThat(decide(rollout, Decision.Kind.RETRY, "")).isEqualTo("retrying a");

        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(fixture.verbs().started()).containsExactly("a/1", "a/2", "b/1");
        assertThat(rollout.journal().decisions()).extracting(Decision::by).containsExactly("tester");
    }

    @Test
    void waitsOnlyOnceTheStepsBesideItAreDone() {
        RolloutHandle rollout = fixture.run(TestPlan.named("beside")
                .stage(
                        "s",
                        List.of(),
                        exec("a", "fail").build(),
                        exec("busy", "block", "go").build()));
        awaitWaiting(rollout, "a");
        awaitStatus(rollout, "busy", StepStatus.RUNNING);
        assertThat(rollout.waits()).isFalse();

        fixture.verbs().open("go");

        Awaitility.await().atMost(EngineFixture.LONG).until(rollout::waits);
        assertThat(status(rollout.journal(), "busy")).isEqualTo(StepStatus.SUCCEEDED);
    }

    @Test
    void goesOnWithoutASkippedStep() {
        RolloutHandle rollout = fixture.run(TestPlan.named("skip")
                .chain(
                        "s",
                        List.of(),
                        exec("a", "fail").build(),
                        exec("b", "ok").build()));
        awaitWaiting(rollout, "a");
        decide(rollout, Decision.Kind.SKIP, "a");

        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(status(rollout.journal(), "a")).isEqualTo(StepStatus.SKIPPED);
        assertThat(rollout.journal().step("a").orElseThrow().reason()).startsWith("skipped by tester after:");
    }

    @Test
    void abortCancelsWhatRunsThenRunsFinally() {
        RolloutHandle rollout = fixture.run(TestPlan.named("abort")
                .stage(
                        "s",
                        List.of(),
                        exec("a", "block", "never").build(),
                        exec("b", "fail").build())
                .last(exec("bundle", "ok").when("rollout.status == 'aborted'").build()));
        awaitWaiting(rollout, "b");
        decide(rollout, Decision.Kind.ABORT, "");

        RolloutHandle.End end = end(rollout);
        assertThat(end.succeeded()).isFalse();
        assertThat(end.message()).isEqualTo("rollout aborted: because");
        assertThat(fixture.verbs().started()).contains("bundle/1");
        assertThat(rollout.journal().status()).isEqualTo(RolloutStatus.ABORTED);
    }

    @Test
    void everyStepOfFinallyRunsInTheOrderOfTheFile() {
        RolloutHandle rollout = fixture.run(TestPlan.named("ends")
                .chain("s", List.of(), exec("a", "ok").build())
                .last(
                        exec("x", "ok").build(),
                        exec("y", "fail").onFailure(OnFailure.CONTINUE).build(),
                        exec("z", "ok").build()));

        end(rollout);
        assertThat(fixture.verbs().started()).containsExactly("a/1", "x/1", "y/1", "z/1");
    }

    @Test
    void outputsOfALoopOverNothingAreEmptyLists() {
        RolloutHandle rollout = fixture.run(TestPlan.named("nothing")
                .chain(
                        "s",
                        List.of(),
                        exec("a", "ok").forEach(Json.tree(List.of())).build(),
                        exec("b", "ok")
                                .when("size(steps.a.stdout) == 0")
                                .uses("a")
                                .build()));

        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(fixture.verbs().started()).containsExactly("b/1");
    }

    @Test
    void aStageMayNeedOneFurtherDown() {
        RolloutHandle rollout = fixture.run(TestPlan.named("down")
                .stage("second", List.of("first"), exec("b", "ok").build())
                .stage("first", List.of(), exec("a", "ok").build()));

        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(fixture.verbs().started()).containsExactly("a/1", "b/1");
    }

    @Test
    void undoesInReverseOrderWhenAStepSaysSo() {
        RolloutHandle rollout = fixture.run(TestPlan.named("undo")
                .chain(
                        "s",
                        List.of(),
                        exec("a", "ok").build(),
                        exec("b", "ok").build(),
                        exec("c", "fail").onFailure(OnFailure.UNDO).build())
                .last(exec("bundle", "ok").build()));

        RolloutHandle.End end = end(rollout);
        assertThat(end.message()).isEqualTo("rollout failed: step 'c' failed: it failed on purpose");
        assertThat(fixture.verbs().undone()).containsExactly("c", "b", "a");
        assertThat(status(rollout.journal(), "a")).isEqualTo(StepStatus.UNDONE);
        assertThat(fixture.verbs().started()).contains("bundle/1");
    }

    @Test
    void continueSkipsOnlyStepsThatUseTheFailedOne() {
        RolloutHandle rollout = fixture.run(TestPlan.named("continue")
                .chain(
                        "s",
                        List.of(),
                        exec("a", "fail").onFailure(OnFailure.CONTINUE).build(),
                        exec("b", "echo", "${{ steps.a.said }}").uses("a").build(),
                        exec("c", "ok").build()));

        assertThat(end(rollout).succeeded()).isTrue();
        Journal journal = rollout.journal();
        assertThat(status(journal, "a")).isEqualTo(StepStatus.FAILED);
        assertThat(status(journal, "b")).isEqualTo(StepStatus.SKIPPED);
        assertThat(status(journal, "c")).isEqualTo(StepStatus.SUCCEEDED);
    }

    @Test
    void aStepThatNamesAFailedStepInItsNeedsIsSkippedAndSoIsWhatNeedsThat() {
        RolloutHandle rollout = fixture.run(TestPlan.named("needs")
                .stage(
                        "s",
                        List.of(),
                        exec("a", "fail").onFailure(OnFailure.CONTINUE).build(),
                        exec("named", "ok").requires("a").build(),
                        exec("far", "ok").requires("named").build(),
                        exec("asks", "ok")
                                .requires("a")
                                .when("steps.a.status == 'failed'")
                                .uses("a")
                                .build(),
                        exec("ordered", "ok").needs("a").build())
                .chain("t", List.of("s"), exec("later", "ok").build()));

        assertThat(end(rollout).succeeded()).isTrue();
        Journal journal = rollout.journal();
        assertThat(status(journal, "named")).isEqualTo(StepStatus.SKIPPED);
        assertThat(journal.step("named").orElseThrow().reason()).isEqualTo("it needs step 'a', which failed");
        assertThat(status(journal, "far")).isEqualTo(StepStatus.SKIPPED);
        assertThat(journal.step("far").orElseThrow().reason())
                .isEqualTo("it needs step 'named', which was skipped after a failure");
        for (String ran : List.of("asks", "ordered", "later")) {
            assertThat(status(journal, ran)).isEqualTo(StepStatus.SUCCEEDED);
        }
    }

    @Test
    void aStepSkippedByItsConditionHoldsNothingUp() {
        RolloutHandle rollout = fixture.run(TestPlan.named("condition")
                .stage(
                        "s",
                        List.of(),
                        exec("a", "ok").when("params.size > 5").build(),
                        exec("b", "ok").requires("a").build()));

        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(status(rollout.journal(), "b")).isEqualTo(StepStatus.SUCCEEDED);
    }

    @Test
    void failStopsAtOnce() {
        RolloutHandle rollout = fixture.run(TestPlan.named("fail")
                .chain(
                        "s",
                        List.of(),
                        exec("a", "fail").onFailure(OnFailure.FAIL).build(),
                        exec("b", "ok").build()));

        assertThat(end(rollout).succeeded()).isFalse();
        assertThat(fixture.verbs().started()).containsExactly("a/1");
        assertThat(rollout.journal().message()).isEqualTo("step 'a' failed: it failed on purpose");
    }

    @Test
    void aStepThatRestsBetweenTriesDoesNotHoldUpAFailure() {
        RolloutHandle rollout = fixture.run(TestPlan.named("rests")
                .stage(
                        "s",
                        List.of(),
                        exec("rests", "fail").tries(2, Duration.ofHours(1)).build(),
                        exec("fails", "fail").onFailure(OnFailure.FAIL).build()));

        assertThat(end(rollout).succeeded()).isFalse();
        assertThat(status(rollout.journal(), "rests")).isEqualTo(StepStatus.FAILED);
        assertThat(rollout.journal().message()).startsWith("step 'fails' failed");
    }

    @Test
    void conditionsAndLoops() {
        RolloutHandle rollout = fixture.run(TestPlan.named("loop")
                .chain(
                        "s",
                        List.of(),
                        exec("no", "ok").when("params.size > 5").build(),
                        exec("each", "echo", "${{ each.name }}")
                                .forEach(Json.tree(List.of(Map.of("name", "x"), Map.of("name", "y"))))
                                .build(),
                        exec("after", "echo", "${{ steps.each.said.join('-') }}")
                                .uses("each")
                                .build())
                .outputs(Map.of("all", TextNode.valueOf("${{ steps.after.said }}"))));

        RolloutHandle.End end = end(rollout);
        assertThat(end.outcome().orElseThrow().outputs()).containsEntry("all", TextNode.valueOf("x-y"));
        assertThat(status(rollout.journal(), "no")).isEqualTo(StepStatus.SKIPPED);
        assertThat(fixture.verbs().started()).contains("each[x]/1", "each[y]/1");
    }

    @Test
    void noTwoElementsOfALoopHaveOneName() {
        RolloutHandle rollout = fixture.run(TestPlan.named("alike")
                .chain(
                        "s",
                        List.of(),
                        exec("each", "echo", "${{ each }}")
                                .forEach(Json.tree(List.of("1", "a b", "1", "c")))
                                .build()));

        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(fixture.verbs().started())
                .containsExactlyInAnyOrder("each[1]/1", "each[1-1]/1", "each[2]/1", "each[c]/1");
        assertThat(rollout.journal().step("each").orElseThrow().outputs().get("said"))
                .isEqualTo(Json.tree(List.of("1", "a b", "1", "c")));
    }

    @Test
    void aGroupWithoutAValueFailsTheRolloutWithTheReason() {
        RolloutHandle rollout = fixture.run(TestPlan.named("nameless")
                .group("${{ params.zones[5] }}")
                .chain("s", List.of(), exec("a", "ok").build()));

        assertThat(end(rollout).succeeded()).isFalse();
        assertThat(rollout.journal().message()).startsWith("the concurrency group has no value: ");
        assertThat(rollout.journal().status()).isEqualTo(RolloutStatus.FAILED);
        assertThat(fixture.verbs().started()).isEmpty();
    }

    @Test
    void anApprovalThatNobodyGivesSaysHowLongItWaited() {
        RolloutHandle rollout = fixture.run(TestPlan.named("alone")
                .chain(
                        "s",
                        List.of(),
                        verb("ask", "approve", Map.of("message", "go on?", "timeout", "1s", "onTimeout", "fail"))
                                .onFailure(OnFailure.FAIL)
                                .build()));

        assertThat(end(rollout).succeeded()).isFalse();
        assertThat(rollout.journal().message()).isEqualTo("step 'ask' failed: nobody approved within 1s");
    }

    @Test
    void whatWasDoneIsWrittenDownAlsoByAThreadThatWasInterrupted() {
        RolloutHandle rollout = fixture.run(TestPlan.named("late")
                .chain("s", List.of(), exec("a", "interrupted").build()));

        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(fixture.verbs().started()).containsExactly("a/1");
    }

    @Test
    void sleepsByTheTargetsTimeAndWaitsForApproval() {
        RolloutHandle rollout = fixture.run(TestPlan.named("wait")
                .chain(
                        "s",
                        List.of(),
                        verb("nap", "sleep", Map.of("for", "10m")).build(),
                        verb("ask", "approve", Map.of("message", "go on?", "by", List.of("boss")))
                                .build()));
        awaitWaiting(rollout, "ask");
        assertThatThrownBy(() -> decide(rollout, Decision.Kind.APPROVE, "ask"))
                .hasMessageContaining("may be approved by boss, not by 'tester'");
        assertThatThrownBy(() -> decide(rollout, Decision.Kind.SKIP, "ask"))
                .hasMessageContaining("may be approved by boss, not by 'tester' and therefore not skipped either");
        rollout.decide(Decision.Kind.APPROVE, new DecisionRequest("ask", "boss", "fine", false));

        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(rollout.journal().step("ask").orElseThrow().outputs()).containsEntry("by", TextNode.valueOf("boss"));
    }

    @Test
    void anApprovalThatIsSkippedIsNotSaidToBeOne() {
        RolloutHandle rollout = fixture.run(TestPlan.named("skip-approval")
                .chain(
                        "s",
                        List.of(),
                        verb("ask", "approve", Map.of("message", "go on?")).build(),
                        exec("after", "ok").build()));
        awaitWaiting(rollout, "ask");
        decide(rollout, Decision.Kind.SKIP, "ask");

        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(rollout.journal()
                        .step("ask")
                        .orElseThrow()
                        .result()
                        .orElseThrow()
                        .summary())
                .isEqualTo("skipped by tester, approved by nobody");
        assertThat(rollout.journal().step("ask").orElseThrow().status()).isEqualTo(StepStatus.SKIPPED);
        assertThat(rollout.journal().step("ask").orElseThrow().outputs()).containsEntry("by", TextNode.valueOf(""));
        assertThat(fixture.verbs().started()).containsExactly("after/1");
    }

    @Test
    void timesOutWithTheLastWords() {
        RolloutHandle rollout = fixture.run(TestPlan.named("late")
                .chain(
                        "s",
                        List.of(),
                        waits("w", "never")
                                .timeout(Duration.ofMillis(300))
                                .onFailure(OnFailure.FAIL)
                                .build()));

        assertThat(end(rollout).message()).contains("step 'w' failed: gate never did not open");
    }

    @Test
    void aWrongInputFailsTheRunWithTheList() {
        RolloutHandle rollout = fixture.engine()
                .submit(Json.tree(Map.of("pipelin", "x", "params", "y", "onFailure", "explode")), "wrong");

        assertThat(end(rollout).message())
                .contains(
                        "- unknown field 'pipelin', did you mean 'pipeline'?",
                        "- 'onFailure' must be pause, fail, undo or continue, not 'explode'",
                        "- 'params' must be an object")
                .as("a misspelt field is not missing besides")
                .doesNotContain("'pipeline' is missing");
        assertThat(end(fixture.engine().submit(Json.tree(Map.of("by", "ada")), "wrong-1"))
                        .message())
                .contains("'pipeline' is missing");
        assertThat(end(fixture.engine().submit(TextNode.valueOf("hello"), "wrong-2"))
                        .message())
                .contains("the input must be a JSON object such as");
    }

    @Test
    void runsAnotherPipelineAsAChild() {
        RolloutHandle inner = fixture.run(TestPlan.named("inner")
                .chain("s", List.of(), exec("a", "echo", "from inside").build())
                .outputs(Map.of("said", TextNode.valueOf("${{ steps.a.said }}"))));
        assertThat(end(inner).succeeded()).isTrue();
        RolloutHandle rollout = fixture.run(TestPlan.named("outer")
                .chain(
                        "s",
                        List.of(),
                        verb("child", "pipeline", Map.of("path", "inner")).build(),
                        exec("b", "echo", "${{ steps.child.said }}")
                                .uses("child")
                                .build()));

        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(rollout.journal().step("b").orElseThrow().outputs())
                .containsEntry("said", TextNode.valueOf("from inside"));
    }

    @Test
    void eachElementOfALoopOfPipelinesIsARolloutOfItsOwn() {
        RolloutHandle inner = fixture.run(TestPlan.named("inner")
                .chain("s", List.of(), exec("a", "echo", "from inside").build()));
        assertThat(end(inner).succeeded()).isTrue();
        RolloutHandle rollout = fixture.run(TestPlan.named("outer")
                .chain(
                        "s",
                        List.of(),
                        verb("child", "pipeline", Map.of("path", "inner"))
                                .forEach(Json.tree(List.of("red", "blue")))
                                .build()));

        assertThat(end(rollout).succeeded()).isTrue();
        for (String element : List.of("child[red]", "child[blue]")) {
            Journal child = fixture.engine().journals().journal(ChildRollout.id(rollout.id(), element, 1));
            assertThat(child.runs()).as(element).isOne();
            assertThat(child.status()).isEqualTo(RolloutStatus.SUCCEEDED);
        }
    }

    @Test
    void twoRolloutsOfOneGroupDoNotRunTogether() {
        TestPlan plan = TestPlan.named("group")
                .chain("s", List.of(), exec("a", "block", "go").build());
        RolloutHandle first = fixture.run(plan);
        EngineFixture.awaitStatus(first, "a", StepStatus.RUNNING);
        RolloutHandle second = fixture.run(plan);

        assertThat(end(second).message()).contains("concurrency group 'group' is held by rollout '" + first.id() + "'");
        fixture.verbs().open("go");
        assertThat(end(first).succeeded()).isTrue();
    }

    @Test
    void aStepWhoseOwnOutputsHaveNoValueRunsAgainWhenSomebodyRetriesIt() {
        RolloutHandle rollout = fixture.run(TestPlan.named("own")
                .chain(
                        "s",
                        List.of(),
                        exec("a", "ok")
                                .outputs(Map.of("more", TextNode.valueOf("${{ said }}")))
                                .build(),
                        exec("b", "ok").build()));
        awaitWaiting(rollout, "a");
        decide(rollout, Decision.Kind.RETRY, "a");
        Awaitility.await()
                .atMost(EngineFixture.LONG)
                .until(() -> fixture.verbs().started().contains("a/2"));
        awaitWaiting(rollout, "a");
        decide(rollout, Decision.Kind.SKIP, "a");

        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(fixture.verbs().started()).containsExactly("a/1", "a/2", "b/1");
        assertThat(status(rollout.journal(), "a")).isEqualTo(StepStatus.SKIPPED);
    }
}
