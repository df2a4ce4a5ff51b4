package io.slipway.workflows.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.fleet.TargetRecord;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;

/**
 * One pipeline over many targets in waves. The workflow type is {@code Fleet}; its input can be typed into the Temporal
 * UI: {@code {"fleet": "edge"}}. Every target is a {@link Rollout} of its own, whose id begins with that of the fleet.
 */
@WorkflowInterface
public interface FleetRun {
    /** The workflow type. */
    String TYPE = "Fleet";

    /**
     * Carries the fleet out.
     *
     * @param input see {@link FleetInput}; taken as a tree, so that a wrong one fails the run with a list of problems
     */
    @WorkflowMethod(name = TYPE)
    FleetOutcome run(JsonNode input);

    /** No further target begins. Those under way come to their end. */
    @UpdateMethod(name = "pause")
    String pause(JsonNode typed);

    /** Refuses to pause what does not run. */
    @UpdateValidatorMethod(updateName = "pause")
    void mayPause(JsonNode typed);

    /** Goes on: failed targets begin again, but for those that are skipped; then the ones that have not begun. */
    @UpdateMethod(name = "continue")
    String goOn(JsonNode typed);

    /** Refuses to continue what is not paused, and to skip what has not failed. */
    @UpdateValidatorMethod(updateName = "continue")
    void mayGoOn(JsonNode typed);

    /** Ends it: rollouts under way are cancelled. */
    @UpdateMethod(name = "abort")
    String abort(JsonNode typed);

    /** Refuses to abort what is over. */
    @UpdateValidatorMethod(updateName = "abort")
    void mayAbort(JsonNode typed);

    /** Where it is, in short. */
    @QueryMethod(name = "overview")
    FleetOverview overview();

    /** A page of the targets that have begun, from 0; an empty page ends it. */
    @QueryMethod(name = "targets")
    TargetPage targets(int page);

    /**
     * Some targets.
     *
     * @param targets their records
     */
    record TargetPage(List<TargetRecord> targets) {
        public TargetPage {
            targets = List.copyOf(targets);
        }
    }
}
