package io.slipway.worker.engine;

import static io.slipway.worker.engine.EngineFixture.awaitStatus;
import static io.slipway.worker.engine.EngineFixture.awaitWaiting;
import static io.slipway.worker.engine.EngineFixture.decide;
import static io.slipway.worker.engine.EngineFixture.end;
import static io.slipway.worker.engine.EngineFixture.status;
import static io.slipway.worker.engine.TestPlan.exec;
import static io.slipway.worker.engine.TestPlan.verb;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.journal.Decision;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.json.Json;
import io.slipway.model.pipeline.OnFailure;
import io.slipway.model.plan.PlannedStep;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code restore}: what was changed for a time is put back, whatever has happened. */
class RestoreTest {
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
    void afterItsStageAndBeforeTheNext() {
        RolloutHandle rollout = fixture.run(hybrid("stage", exec("batch", "ok").build()));

        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(fixture.verbs().started()).containsExactly("up/1", "before/1", "batch/1", "up put back", "after/1");
        assertThat(status(rollout.journal(), "up")).isEqualTo(StepStatus.SUCCEEDED);
        assertThat(rollout.journal().step("up").orElseThrow().putBack()).isEqualTo("put back");
    }

    @Test
    void afterAllStagesAndBeforeFinally() {
        RolloutHandle rollout = fixture.run(TestPlan.named("whole")
                .chain("s", List.of(), up("pipeline", "pod/test"))
                .chain("t", List.of("s"), exec("batch", "ok").build())
                .last(exec("last", "ok").build()));

        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(fixture.verbs().started()).containsExactly("up/1", "batch/1", "up put back", "last/1");
    }

    @Test
    void afterAFailureAndUpAgainWhenResumedWithoutDoingTheRestTwice() {
        RolloutHandle rollout = fixture.run(hybrid(
                "stage", exec("batch", "fail", "2").onFailure(OnFailure.FAIL).build()));
        assertThat(end(rollout).succeeded()).isFalse();
        assertThat(fixture.verbs().started()).containsExactly("up/1", "before/1", "batch/1", "up put back");

        assertThat(end(fixture.engine().resume(rollout.id(), "tester")).succeeded())
                .isTrue();
        assertThat(fixture.verbs().started().subList(4, 8))
                .containsExactly("up/2", "batch/2", "up put back", "after/1");
    }

    @Test
    void afterAnAbort() {
        RolloutHandle rollout =
                fixture.run(hybrid("stage", exec("batch", "block", "never").build()));
        awaitStatus(rollout, "batch", StepStatus.RUNNING);

        decide(rollout, Decision.Kind.ABORT, "");

        assertThat(end(rollout).succeeded()).isFalse();
        assertThat(fixture.verbs().started()).endsWith("batch/1", "up put back");
    }

    @Test
    void onceAfterTheProcessWasKilled() {
        RolloutHandle rollout =
                fixture.run(hybrid("pipeline", exec("batch", "block", "go").build()));
        awaitStatus(rollout, "batch", StepStatus.RUNNING);

        fixture.crash();
        fixture.verbs().open("go");

        assertThat(end(fixture.engine().resume(rollout.id(), "tester")).succeeded())
                .isTrue();
        assertThat(fixture.verbs().started())
                .containsExactly("up/1", "before/1", "batch/1", "batch/1", "after/1", "up put back");
    }

    @Test
    void whatIsDoneStaysDoneWhenALaterStageIsResumed() {
        RolloutHandle rollout = fixture.run(TestPlan.named("later")
                .chain(
                        "s",
                        List.of(),
                        up("stage", "pod/test"),
                        exec("batch", "ok").build())
                .chain(
                        "t",
                        List.of("s"),
                        exec("broken", "fail", "2").onFailure(OnFailure.FAIL).build()));
        assertThat(end(rollout).succeeded()).isFalse();

        assertThat(end(fixture.engine().resume(rollout.id(), "tester")).succeeded())
                .isTrue();
        assertThat(fixture.verbs().started()).containsExactly("up/1", "batch/1", "up put back", "broken/1", "broken/2");
    }

    @Test
    void asksAPersonWhenItCannotBePutBack() {
        RolloutHandle rollout = fixture.run(TestPlan.named("stuck").chain("s", List.of(), up("stage", "pod/stuck")));
        awaitWaiting(rollout, "up");
        assertThat(rollout.overview().waiting().get("up")).contains("not restored: it is stuck");

        fixture.verbs().open("scalable");
        decide(rollout, Decision.Kind.RETRY, "up");

        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(fixture.verbs().started()).containsExactly("up/1", "up put back");
    }

    @Test
    void everyElementOfALoop() {
        JsonNode names = Json.tree(List.of("a", "b"));
        PlannedStep each = verb(
                        "up",
                        "scale",
                        Map.of("of", "pod/${{ each }}", "replicas", 2, "restore", "stage", "confirmQuota", true))
                .forEach(names)
                .build();
        RolloutHandle rollout = fixture.run(TestPlan.named("loop").chain("s", List.of(), each));

        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(fixture.verbs().started())
                .contains("up[a]/1", "up[b]/1", "up[a] put back", "up[b] put back")
                .hasSize(4);
    }

    private static TestPlan hybrid(String restore, PlannedStep batch) {
        return TestPlan.named("hybrid")
                .chain(
                        "s",
                        List.of(),
                        up(restore, "pod/test"),
                        exec("before", "ok").build(),
                        batch)
                .chain("t", List.of("s"), exec("after", "ok").build());
    }

    private static PlannedStep up(String restore, String of) {
        return verb("up", "scale", Map.of("of", of, "replicas", 6, "restore", restore, "confirmQuota", true))
                .build();
    }
}
