package io.slipway.workflows.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * The durable rollout of one pipeline. The workflow type is {@code Rollout}; its input can be typed into the Temporal UI:
 * {@code {"pipeline": "datalyptica"}}. Other fields are {@code params}, {@code profile}, {@code target} and those of
 * {@link RolloutInput}.
 */
@WorkflowInterface
public interface Rollout {
    /** The workflow type. */
    String TYPE = "Rollout";

    /** The task queue, unless the worker is configured otherwise. */
    String TASK_QUEUE = "slipway";

    /** The type of the failure of a run whose input was refused. */
    String INVALID_INPUT = "InvalidInput";

    /** The type of the failure of a run that would go on with a rollout while another one holds its group. */
    String GROUP_HELD = "GroupHeld";

    /**
     * Carries the rollout out.
     *
     * @param input see {@link RolloutInput}; taken as a tree, so that a wrong one fails the run with a list of problems
     */
    @WorkflowMethod(name = TYPE)
    RolloutOutcome run(JsonNode input);

    /** Approves a waiting step. Returns a line for people. */
    @UpdateMethod(name = "approve")
    String approve(JsonNode typed);

    /** Refuses an approval that nothing waits for. */
    @UpdateValidatorMethod(updateName = "approve")
    void mayApprove(JsonNode typed);

    /** Tries a paused step again, with new names. */
    @UpdateMethod(name = "retry")
    String retry(JsonNode typed);

    /** Refuses a retry of a step that is not paused. */
    @UpdateValidatorMethod(updateName = "retry")
    void mayRetry(JsonNode typed);

    /** Goes on without a paused step. */
    @UpdateMethod(name = "skip")
    String skip(JsonNode typed);

    /** Refuses to skip a step that is not paused. */
    @UpdateValidatorMethod(updateName = "skip")
    void maySkip(JsonNode typed);

    /** Ends the rollout: running steps are cancelled, then {@code finally} runs. */
    @UpdateMethod(name = "abort")
    String abort(JsonNode typed);

    /** Refuses to abort what is over. */
    @UpdateValidatorMethod(updateName = "abort")
    void mayAbort(JsonNode typed);

    /**
     * Goes on with the pipeline as it is now: done steps stay done. Returns what becomes of each step.
     *
     * @throws io.temporal.failure.ApplicationFailure when the pipeline is wrong, or a done step would be lost or done twice
     */
    @UpdateMethod(name = "amend")
    Amended amend(JsonNode typed);

    /** Refuses to amend what is not paused. */
    @UpdateValidatorMethod(updateName = "amend")
    void mayAmend(JsonNode typed);

    /** Where the rollout is, in short. */
    @QueryMethod(name = "overview")
    RolloutOverview overview();

    /** A page of the journal's steps, from 0; an empty page ends it. */
    @QueryMethod(name = "steps")
    StepPage steps(int page);
}
