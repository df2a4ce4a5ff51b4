package io.slipway.workflows.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Looks again at what the last successful rollout of a pipeline left: readiness, checks, drift. It only reads. The
 * workflow type is {@code Revalidation}; its input is that of a rollout: {@code {"pipeline": "datalyptica"}}, and may
 * have {@code "revalidate": {"head": true}} for the checks of the pipeline as it is now.
 */
@WorkflowInterface
public interface Revalidation {
    /** The workflow type. */
    String TYPE = "Revalidation";

    /**
     * Looks, and fails when anything is not as it should be.
     *
     * @param input see {@link RolloutInput}; taken as a tree, so that a wrong one fails the run with a list of problems
     */
    @WorkflowMethod(name = TYPE)
    RolloutOutcome run(JsonNode input);

    /** Ends it early. */
    @UpdateMethod(name = "abort")
    String abort(JsonNode typed);

    /** Refuses to abort what is over. */
    @UpdateValidatorMethod(updateName = "abort")
    void mayAbort(JsonNode typed);

    /** Where it is, in short. */
    @QueryMethod(name = "overview")
    RolloutOverview overview();

    /** A page of the journal's steps, from 0; an empty page ends it. */
    @QueryMethod(name = "steps")
    StepPage steps(int page);
}
