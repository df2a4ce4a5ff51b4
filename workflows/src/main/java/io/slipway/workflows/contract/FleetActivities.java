package io.slipway.workflows.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.fleet.FleetEvent;
import io.slipway.model.fleet.FleetPlan;
import io.slipway.model.fleet.TargetRecord;
import io.slipway.model.journal.RolloutStatus;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a fleet asks of its worker. */
@ActivityInterface
public interface FleetActivities {
    /** Reads, checks and plans the fleet, or loads plan and journal of one that goes on. */
    @ActivityMethod(name = "PrepareFleet")
    Prepared prepare(Request request);

    /** Writes what the workflow decided into the fleet's journal. Run as a local activity. */
    @ActivityMethod(name = "RecordFleet")
    void record(Batch batch);

    /**
     * Starts a target's rollout, or takes it up where it is, and waits for its end. Cancelled, it leaves the rollout alone.
     */
    @ActivityMethod(name = "RollOutTarget")
    TargetEnd rollOut(TargetCall call);

    /** Looks again at what a target's rollout left, and waits for the end of that. */
    @ActivityMethod(name = "CheckTarget")
    TargetEnd look(TargetCall call);

    /** Asks rollouts to stop; those that are over are passed by. */
    @ActivityMethod(name = "CancelTargets")
    void cancel(List<String> rollouts, String reason);

    /**
     * What is asked of {@link #prepare}.
     *
     * @param id id of the fleet's run
     * @param input as it was typed
     * @param continued whether the run continues one that became too long
     */
    record Request(String id, JsonNode input, boolean continued) {}

    /**
     * A fleet, ready to run.
     *
     * @param problems why there is none, a line each; then nothing else counts
     * @param hash hash of the plan
     * @param plan the plan
     * @param records what earlier runs left of the targets
     * @param passed the waves that have passed their gates
     * @param status where an earlier run left the fleet
     * @param pausing who asked an earlier run for a pause that has not come yet
     * @param simulated whether the targets are sandboxes
     * @param pace how many times faster than the wall clock their time runs
     */
    record Prepared(
            List<String> problems,
            String hash,
            Optional<FleetPlan> plan,
            List<TargetRecord> records,
            List<Integer> passed,
            Optional<RolloutStatus> status,
            Optional<FleetEvent.Decided> pausing,
            boolean simulated,
            double pace) {
        public Prepared {
            problems = List.copyOf(problems);
            records = List.copyOf(records);
            passed = List.copyOf(passed);
        }

        /** There is none, and here is why. */
        public static Prepared refused(List<String> problems) {
            return new Prepared(
                    problems, "", Optional.empty(), List.of(), List.of(), Optional.empty(), Optional.empty(), false, 1);
        }
    }

    /**
     * Some events of one fleet.
     *
     * @param id id of its run
     * @param events what happened, in order
     */
    record Batch(String id, List<FleetEvent> events) {
        public Batch {
            events = List.copyOf(events);
        }
    }

    /**
     * A target's turn.
     *
     * @param rollout id of its rollout
     * @param look id of the re-validation; empty for a rollout
     * @param target the name under which workers know it
     * @param pipeline name of the pipeline
     * @param profile a profile of it, or empty
     * @param params values of parameters
     * @param onFailure what its rollout does when a step fails
     * @param by who is said to have started it
     */
    record TargetCall(
            String rollout,
            String look,
            String target,
            String pipeline,
            String profile,
            Map<String, JsonNode> params,
            String onFailure,
            String by) {
        public TargetCall {
            params = Map.copyOf(params);
        }
    }

    /**
     * How a target's turn ended.
     *
     * @param ok whether all is well
     * @param cause why not, in one line, or empty
     * @param fix what to do about it, in one line, or empty
     */
    record TargetEnd(boolean ok, String cause, String fix) {}
}
