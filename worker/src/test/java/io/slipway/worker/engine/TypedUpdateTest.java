package io.slipway.worker.engine;

import static io.slipway.worker.engine.EngineFixture.awaitWaiting;
import static io.slipway.worker.engine.EngineFixture.end;
import static io.slipway.worker.engine.TestPlan.exec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Updates as people type them into the Temporal UI: a slip is refused in words, and the rollout waits as before. */
class TypedUpdateTest {
    private static final List<String> UPDATES = List.of("approve", "retry", "skip", "abort", "amend");

    @TempDir
    Path state;

    private EngineFixture fixture;
    private RolloutHandle rollout;
    private WorkflowStub stub;

    @BeforeEach
    void start() {
        fixture = new EngineFixture(state);
        rollout = fixture.run(TestPlan.named("typed")
                .chain(
                        "s",
                        List.of(),
                        exec("a", "fail").build(),
                        exec("b", "ok").build()));
        awaitWaiting(rollout, "a");
        stub = fixture.engine().client().newUntypedWorkflowStub(rollout.id());
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private void refused(String update, String why, Object... typed) {
        assertThatThrownBy(() -> stub.update(update, Object.class, typed))
                .as(update)
                .isInstanceOf(WorkflowUpdateException.class)
                .rootCause()
                .hasMessageContaining(why);
        assertThat(rollout.overview().waiting()).containsKey("a");
    }

    @Test
    void noInputAtAllIsRefused() {
        UPDATES.forEach(update -> refused(update, "the input must be a JSON object such as {"));
    }

    @Test
    void whatIsNoObjectIsRefused() {
        UPDATES.forEach(update -> refused(update, "the input must be a JSON object such as {", "a"));
    }

    @Test
    void aMisspeltFieldIsNotIgnored() {
        Stream.of("retry", "skip", "approve")
                .forEach(
                        update -> refused(update, "unknown field 'stepp', did you mean 'step'?", Map.of("stepp", "a")));
        refused("abort", "unknown field 'undoo', did you mean 'undo'?", Map.of("undoo", true));
        refused("abort", "the input is invalid; write it as in {", Map.of("undo", List.of("a")));
        refused("amend", "unknown field 'redoo', did you mean 'redo'?", Map.of("redoo", List.of("a")));
    }

    @Test
    void theCurrentDetailsNameTheUpdatesThatDecide() {
        assertThat(stub.query("__temporal_workflow_metadata", WorkflowMetadata.class)
                        .getCurrentDetails())
                .contains("Send the Update `retry`, `skip`, `abort` with `{\"step\": \"a\"}`, or `amend` with `{}`");
    }

    @Test
    void whatIsRightIsTaken() {
        assertThat(stub.update("skip", String.class, Map.of("step", "a", "by", "ada")))
                .isEqualTo("skipping a");

        assertThat(end(rollout).succeeded()).isTrue();
    }
}
