package io.slipway.worker.engine;

import static io.temporal.api.enums.v1.WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_FAILED;
import static io.temporal.api.enums.v1.WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
import static io.temporal.api.enums.v1.WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TERMINATED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RolloutListingTest {
    @Test
    void aRolloutThatWasTerminatedIsNotPausedForEver() {
        assertThat(RolloutListing.status(Optional.of("paused"), WORKFLOW_EXECUTION_STATUS_RUNNING))
                .isEqualTo("paused");
        assertThat(RolloutListing.status(Optional.of("paused"), WORKFLOW_EXECUTION_STATUS_TERMINATED))
                .isEqualTo("aborted");
        assertThat(RolloutListing.status(Optional.of("running"), WORKFLOW_EXECUTION_STATUS_FAILED))
                .isEqualTo("failed");
    }

    @Test
    void aRolloutThatWentOnIsListedOnce() {
        assertThat(RolloutListing.lastRuns(
                        Stream.of(entry("a", "succeeded"), entry("b", "failed"), entry("a", "paused"))))
                .containsExactly(entry("a", "succeeded"), entry("b", "failed"));
    }

    private static RolloutEntry entry(String rollout, String status) {
        return new RolloutEntry(rollout, status, "shop", "here", Instant.EPOCH, Optional.empty());
    }

    @Test
    void whatARolloutSaysOfItsEndIsMoreThanTheServerKnows() {
        assertThat(RolloutListing.status(Optional.of("undone"), WORKFLOW_EXECUTION_STATUS_FAILED))
                .isEqualTo("undone");
        assertThat(RolloutListing.status(Optional.empty(), WORKFLOW_EXECUTION_STATUS_RUNNING))
                .isEqualTo("running");
    }
}
