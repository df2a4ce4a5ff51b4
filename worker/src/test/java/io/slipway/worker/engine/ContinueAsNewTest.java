package io.slipway.worker.engine;

import static io.slipway.worker.engine.EngineFixture.awaitStatus;
import static io.slipway.worker.engine.EngineFixture.awaitWaiting;
import static io.slipway.worker.engine.EngineFixture.decide;
import static io.slipway.worker.engine.EngineFixture.status;
import static io.slipway.worker.engine.TestPlan.exec;
import static io.slipway.worker.engine.TestPlan.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.model.journal.Decision;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.plan.PlannedStep;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A busy branch makes the history long, while another waits and a person decides; nothing is lost. */
class ContinueAsNewTest {
    private static final int BUSY = 1_200;

    @TempDir
    Path state;

    @Test
    void inTheMiddleOfAWaitBesideABusyBranchAndADecision() {
        try (EngineFixture fixture = new EngineFixture(state)) {
            List<PlannedStep> busy = new ArrayList<>();
            for (int i = 0; i < BUSY; i++) {
                TestPlan.Step step = exec("b" + i, "ok");
                busy.add((i == 0 ? step : step.needs("b" + (i - 1))).build());
            }
            RolloutHandle rollout = fixture.run(TestPlan.named("long")
                    .stage("busy", List.of(), busy)
                    .chain(
                            "wait",
                            List.of(),
                            waits("w", "gate").timeout(Duration.ofMinutes(5)).build())
                    .chain(
                            "person",
                            List.of(),
                            TestPlan.verb("ask", "approve", Map.of("message", "go on?"))
                                    .build()));

            Awaitility.await()
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> fixture.verbs().started().stream()
                                    .filter("w/1"::equals)
                                    .count()
                            >= 2);
            awaitWaiting(rollout, "ask");
            decide(rollout, Decision.Kind.APPROVE, "ask");
            fixture.verbs().open("gate");

            assertThat(rollout.await(Duration.ofSeconds(90)).orElseThrow().succeeded())
                    .isTrue();
            Journal journal = rollout.journal();
            assertThat(status(journal, "w")).isEqualTo(StepStatus.SUCCEEDED);
            assertThat(status(journal, "ask")).isEqualTo(StepStatus.SUCCEEDED);
            List<String> ran = fixture.verbs().started().stream()
                    .filter(key -> key.startsWith("b"))
                    .toList();
            assertThat(ran).hasSize(BUSY);
            assertThat(new HashSet<>(ran))
                    .isEqualTo(new HashSet<>(IntStream.range(0, BUSY)
                            .mapToObj(i -> "b" + i + "/1")
                            .toList()));
        }
    }

    @Test
    void aWaitThatBeganBeforeIsTakenUpUnderItsKey() {
        try (EngineFixture fixture = new EngineFixture(state)) {
            RolloutHandle rollout = fixture.run(TestPlan.named("short")
                    .chain("wait", List.of(), waits("w", "gate").build()));
            awaitStatus(rollout, "w", StepStatus.RUNNING);
            fixture.crash();
            RolloutHandle again = fixture.engine().resume(rollout.id(), "tester");
            fixture.verbs().open("gate");
            assertThat(EngineFixture.end(again).succeeded()).isTrue();
            assertThat(fixture.verbs().started()).containsOnly("w/1");
        }
    }
}
