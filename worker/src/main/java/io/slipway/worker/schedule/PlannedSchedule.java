package io.slipway.worker.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.json.Hash;
import io.slipway.model.json.Json;
import io.slipway.model.pipeline.Schedule;
import io.slipway.workflows.contract.Revalidation;
import io.slipway.workflows.contract.Rollout;
import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.SchedulePolicy;
import io.temporal.client.schedules.ScheduleSpec;
import io.temporal.client.schedules.ScheduleState;
import io.temporal.common.converter.EncodedValues;
import java.util.List;
import java.util.Map;

/**
 * A schedule of a pipeline as Temporal takes it.
 *
 * @param pipeline the pipeline
 * @param name the schedule's name in the file
 * @param schedule what the file says
 * @param taskQueue where the workers poll
 */
public record PlannedSchedule(String pipeline, String name, Schedule schedule, String taskQueue) {
    private static final String PREFIX = "slipway.";
    private static final String HASH = "slipway.schedule";

    /** The id of the Temporal Schedule: {@code slipway.PIPELINE.NAME}. */
    public String id() {
        return id(pipeline, name);
    }

    /** The id of the schedule of that name. */
    public static String id(String pipeline, String name) {
        return prefix(pipeline) + name;
    }

    /** How the ids of a pipeline's schedules begin; of all pipelines for an empty name. */
    static String prefix(String pipeline) {
        return pipeline.isEmpty() ? PREFIX : PREFIX + pipeline + ".";
    }

    /** The workflow type that it starts. */
    String type() {
        return schedule.revalidate() ? Revalidation.TYPE : Rollout.TYPE;
    }

    /** The input that it starts it with. */
    ObjectNode input() {
        ObjectNode input = Json.mapper().createObjectNode().put("pipeline", pipeline);
        schedule.target().ifPresent(target -> input.put("target", target));
        schedule.profile().ifPresent(profile -> input.put("profile", profile));
        if (!schedule.params().isEmpty()) {
            input.set("params", Json.tree(schedule.params()));
        }
        return input.put("by", "schedule " + name);
    }

    /** Hash of everything that decides what it does. */
    String hash() {
        return Hash.of(Json.write(List.of(type(), input(), Json.tree(schedule), taskQueue)));
    }

    /** The hash that a schedule was made with; empty for one that is not ours. */
    static String hashOf(io.temporal.client.schedules.Schedule schedule) {
        return schedule.getAction() instanceof ScheduleActionStartWorkflow start
                        && start.getOptions().getMemo() != null
                ? text(start.getOptions().getMemo().get(HASH))
                : "";
    }

    /** What comes from a server is still encoded. */
    private static String text(Object value) {
        return switch (value) {
            case null -> "";
            case EncodedValues encoded -> encoded.get(0, String.class);
            default -> value.toString();
        };
    }

    io.temporal.client.schedules.Schedule temporal(ScheduleState state) {
        ScheduleSpec.Builder spec = ScheduleSpec.newBuilder()
                .setCronExpressions(List.of(schedule.cron()))
                .setTimeZoneName(schedule.timezone());
        schedule.jitter().ifPresent(spec::setJitter);
        SchedulePolicy.Builder policy = SchedulePolicy.newBuilder().setOverlap(overlap());
        schedule.catchUp().ifPresent(policy::setCatchupWindow);
        ScheduleActionStartWorkflow action = ScheduleActionStartWorkflow.newBuilder()
                .setWorkflowType(type())
                .setArguments(input())
                .setOptions(WorkflowOptions.newBuilder()
                        .setWorkflowId(pipeline + "-" + name)
                        .setTaskQueue(taskQueue)
                        .setMemo(Map.of(HASH, hash()))
                        .build())
                .build();
        return io.temporal.client.schedules.Schedule.newBuilder()
                .setAction(action)
                .setSpec(spec.build())
                .setPolicy(policy.build())
                .setState(state)
                .build();
    }

    private ScheduleOverlapPolicy overlap() {
        return switch (schedule.overlap()) {
            case SKIP -> ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_SKIP;
            case BUFFER_ONE -> ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_BUFFER_ONE;
            case CANCEL_OTHER -> ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_CANCEL_OTHER;
            case ALLOW_ALL -> ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_ALLOW_ALL;
        };
    }
}
