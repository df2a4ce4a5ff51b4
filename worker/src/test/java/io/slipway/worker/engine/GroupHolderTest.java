package io.slipway.worker.engine;

import static io.slipway.worker.engine.EngineFixture.awaitWaiting;
import static io.slipway.worker.engine.TestPlan.exec;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.activities.cluster.lease.HolderName;
import io.slipway.activities.cluster.lease.Standing;
import io.slipway.activities.rollout.GroupServer;
import io.slipway.workflows.contract.AmendRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server is asked of the holder of a concurrency group, which is named by the first of its runs. */
class GroupHolderTest {
    @TempDir
    Path state;

    @Test
    void oneThatContinuedAsNewIsNotTakenForTheOneThatWasResumedSince() {
        try (EngineFixture fixture = new EngineFixture(state)) {
            RolloutHandle rollout = fixture.run(plan("a"));
            awaitWaiting(rollout, "a");
            GroupServer server = fixture.engine().groups();
            HolderName holder = new HolderName(server.name(), rollout.id(), run(fixture, rollout));
            fixture.correct(plan("a", "b"));
            rollout.amend(new AmendRequest("ada", "", List.of(), Map.of(), false, ""));
            Awaitility.await().until(() -> !run(fixture, rollout).equals(holder.run()));
            assertThat(server.standing(holder)).isEqualTo(Standing.RUNNING);

            rollout.terminate("as somebody with the server's own tools would");
            assertThat(server.standing(holder)).isEqualTo(Standing.OVER);

            RolloutHandle again = fixture.engine().reopen(rollout.id(), "tester");
            awaitWaiting(again, "a");
            assertThat(server.standing(holder)).isEqualTo(Standing.OVER);
            assertThat(server.standing(new HolderName(server.name(), rollout.id(), run(fixture, again))))
                    .isEqualTo(Standing.RUNNING);
        }
    }

    private static TestPlan plan(String... steps) {
        return TestPlan.named("held")
                .stage(
                        "s",
                        List.of(),
                        List.of(steps).stream()
                                .map(step -> exec(step, "fail").build())
                                .toList());
    }

    private static String run(EngineFixture fixture, RolloutHandle rollout) {
        return fixture.engine()
                .client()
                .newUntypedWorkflowStub(rollout.id())
                .describe()
                .getExecution()
                .getRunId();
    }
}
