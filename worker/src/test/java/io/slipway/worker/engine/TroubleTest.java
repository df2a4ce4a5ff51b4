package io.slipway.worker.engine;

import static io.slipway.worker.engine.TestPlan.exec;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.model.journal.StepStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TroubleTest {
    @TempDir
    Path state;

    @Test
    void aStoreThatCannotBeWrittenIsToldAndNoReasonToGiveUp() throws IOException {
        Path blobs = state.resolve("blobs");
        try (EngineFixture fixture = new EngineFixture(state)) {
            Files.deleteIfExists(blobs);
            Files.createFile(blobs);
            RolloutHandle rollout = fixture.run(
                    TestPlan.named("full").chain("s", List.of(), exec("a", "ok").build()));

            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(rollout.trouble().orElse(""))
                            .contains("fails and is retried: ", blobs.toString(), "Not a directory"));

            Files.delete(blobs);
            assertThat(EngineFixture.end(rollout).succeeded()).isTrue();
            assertThat(rollout.trouble()).isEmpty();
        }
    }

    /** Its step does not fail for it. */
    @Test
    void aStoreThatIsLostInTheMiddleOfAStepIsWaitedFor() throws IOException {
        Path blobs = state.resolve("blobs");
        try (EngineFixture fixture = new EngineFixture(state)) {
            RolloutHandle rollout = losingBlobsBefore(fixture, "lost", "keep");

            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(rollout.trouble().orElse(""))
                            .contains("exec fails and is retried: cannot write the blob store at " + blobs + ": "));

            Files.delete(blobs);
            Files.move(state.resolve("aside"), blobs);
            assertThat(EngineFixture.end(rollout).succeeded()).isTrue();
            assertThat(rollout.journal().step("b").orElseThrow().attempt()).isEqualTo(1);
        }
    }

    /** A command whose log could not be kept would be run a second time. */
    @Test
    void whatIsDoneIsNotDoneAgainForWantOfAPlaceToWriteThatDown() throws IOException {
        Path blobs = state.resolve("blobs");
        try (EngineFixture fixture = new EngineFixture(state)) {
            RolloutHandle rollout = losingBlobsBefore(fixture, "done", "log");
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(rollout.trouble().orElse(""))
                            .startsWith("cannot write the blob store at " + blobs + ": "));

            Files.delete(blobs);
            Files.move(state.resolve("aside"), blobs);
            assertThat(EngineFixture.end(rollout).succeeded()).isTrue();
            assertThat(fixture.verbs().started()).containsExactly("a/1", "b/1");
            assertThat(rollout.trouble()).isEmpty();
            assertThat(rollout.journal()
                            .step("b")
                            .orElseThrow()
                            .result()
                            .orElseThrow()
                            .detail())
                    .flatMap(fixture.engine().blobs()::text)
                    .hasValueSatisfying(detail -> assertThat(detail).contains("\"it\""));
        }
    }

    /** Read by a local activity, which nobody would see. */
    @Test
    void aPlanThatAWorkerCannotReadIsTold() throws IOException {
        Path blobs = state.resolve("blobs");
        try (EngineFixture fixture = new EngineFixture(state)) {
            RolloutHandle rollout = fixture.run(TestPlan.named("unread")
                    .chain("first", List.of(), exec("a", "block", "go").build())
                    .chain("second", List.of("first"), exec("b", "ok").build()));
            EngineFixture.awaitStatus(rollout, "a", StepStatus.RUNNING);
            Files.move(blobs, state.resolve("aside"));
            Files.createDirectory(blobs);
            fixture.verbs().open("go");

            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(rollout.trouble().orElse(""))
                            .contains("PlanPage fails and is retried: ", "let all workers use the same one"));

            Files.delete(blobs);
            Files.move(state.resolve("aside"), blobs);
            assertThat(EngineFixture.end(rollout).succeeded()).isTrue();
            assertThat(rollout.trouble()).isEmpty();
        }
    }

    /** A rollout under way, whose store of blobs goes away before its second step, which does that. */
    private RolloutHandle losingBlobsBefore(EngineFixture fixture, String name, String what) throws IOException {
        RolloutHandle rollout = fixture.run(TestPlan.named(name)
                .chain(
                        "s",
                        List.of(),
                        exec("a", "block", "go").build(),
                        exec("b", what).build()));
        EngineFixture.awaitStatus(rollout, "a", StepStatus.RUNNING);
        Files.move(state.resolve("blobs"), state.resolve("aside"));
        Files.createFile(state.resolve("blobs"));
        fixture.verbs().open("go");
        return rollout;
    }

    @Test
    void whoWaitsForAGroupSaysForWhom(@TempDir Path elsewhere) {
        try (EngineFixture fixture = new EngineFixture(state);
                Engine follower = fixture.follower(elsewhere)) {
            RolloutHandle holds = fixture.run(TestPlan.named("holds")
                    .group("one")
                    .chain("s", List.of(), exec("a", "block", "go").build()));
            EngineFixture.awaitStatus(holds, "a", StepStatus.RUNNING);
            String id = fixture.run(TestPlan.named("waits")
                            .queue("one")
                            .chain("s", List.of(), exec("b", "ok").build()))
                    .id();
            RolloutHandle waits = follower.find(id);

            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(waits.trouble().orElse(""))
                            .contains("concurrency group 'one' is held by rollout '" + holds.id() + "'"));
            assertThat(waits.progress()).isEmpty();

            fixture.verbs().open("go");
            assertThat(EngineFixture.end(waits).succeeded()).isTrue();
        }
    }
}
