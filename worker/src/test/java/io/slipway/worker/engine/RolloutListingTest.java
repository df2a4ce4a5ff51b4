package io.slipway.worker.engine;

import static io.temporal.api.enums.v1.WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_FAILED;
import static io.temporal.api.enums.v1.WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
import static io.temporal.api.enums.v1.WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TERMINATED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
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
    void whatARolloutSaysOfItsEndIsMoreThanTheServerKnows() {
        assertThat(RolloutListing.status(Optional.of("undone"), WORKFLOW_EXECUTION_STATUS_FAILED))
                .isEqualTo("undone");
        assertThat(RolloutListing.status(Optional.empty(), WORKFLOW_EXECUTION_STATUS_RUNNING))
                .isEqualTo("running");
    }
}
