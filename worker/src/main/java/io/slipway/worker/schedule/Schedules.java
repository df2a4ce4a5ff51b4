package io.slipway.worker.schedule;

import io.slipway.workflows.contract.PayloadConverters;
import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.client.schedules.ScheduleActionResult;
import io.temporal.client.schedules.ScheduleAlreadyRunningException;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleClientOptions;
import io.temporal.client.schedules.ScheduleDescription;
import io.temporal.client.schedules.ScheduleException;
import io.temporal.client.schedules.ScheduleHandle;
import io.temporal.client.schedules.ScheduleListDescription;
import io.temporal.client.schedules.ScheduleOptions;
import io.temporal.client.schedules.ScheduleState;
import io.temporal.client.schedules.ScheduleUpdate;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The schedules on a Temporal server: made, changed and removed until they are what a pipeline says. */
public final class Schedules {
    private final ScheduleClient client;

    /** Those of a namespace. */
    public Schedules(WorkflowServiceStubs service, String namespace) {
        this.client = ScheduleClient.newInstance(
                service,
                ScheduleClientOptions.newBuilder()
                        .setNamespace(namespace)
                        .setDataConverter(PayloadConverters.standard())
                        .build());
    }

    /**
     * What was done to a schedule.
     *
     * @param id its id
     * @param what created, updated, unchanged or removed
     */
    public record Change(String id, What what) {}

    /** What was done. */
    public enum What {
        CREATED,
        UPDATED,
        UNCHANGED,
        REMOVED
    }

    /** Makes the server's schedules of a pipeline those that are given; one that is paused stays paused. */
    public List<Change> apply(String pipeline, List<PlannedSchedule> wanted) {
        Set<String> there = ids(pipeline);
        Set<String> left = new HashSet<>(there);
        List<Change> changes = new ArrayList<>();
        for (PlannedSchedule schedule : wanted) {
            left.remove(schedule.id());
            changes.add(new Change(schedule.id(), there.contains(schedule.id()) ? update(schedule) : create(schedule)));
        }
        left.stream().sorted().forEach(id -> {
            client.getHandle(id).delete();
            changes.add(new Change(id, What.REMOVED));
        });
        return changes;
    }

    private What create(PlannedSchedule schedule) {
        try {
            client.createSchedule(
                    schedule.id(),
                    schedule.temporal(ScheduleState.newBuilder().build()),
                    ScheduleOptions.newBuilder().build());
            return What.CREATED;
        } catch (ScheduleAlreadyRunningException e) {
            return update(schedule); // made so lately that the server does not list it yet
        }
    }

    private What update(PlannedSchedule schedule) {
        ScheduleHandle handle = client.getHandle(schedule.id());
        if (PlannedSchedule.hashOf(handle.describe().getSchedule()).equals(schedule.hash())) {
            return What.UNCHANGED;
        }
        handle.update(input -> new ScheduleUpdate(
                schedule.temporal(input.getDescription().getSchedule().getState())));
        return What.UPDATED;
    }

    /** The schedules of a pipeline by their ids, or of every pipeline for an empty name. */
    public List<ScheduleEntry> list(String pipeline, Instant now) {
        return ids(pipeline).stream()
                .sorted()
                .map(id -> entry(client.getHandle(id).describe(), now))
                .toList();
    }

    private Set<String> ids(String pipeline) {
        Set<String> ids = new HashSet<>();
        client.listSchedules()
                .map(ScheduleListDescription::getScheduleId)
                .filter(id -> id.startsWith(PlannedSchedule.prefix(pipeline)))
                .forEach(ids::add);
        return ids;
    }

    private static ScheduleEntry entry(ScheduleDescription description, Instant now) {
        boolean paused = description.getSchedule().getState() != null
                && description.getSchedule().getState().isPaused();
        Optional<Instant> last = description.getInfo().getRecentActions().stream()
                .map(ScheduleActionResult::getStartedAt)
                .max(Instant::compareTo);
        List<Instant> next = description.getInfo().getNextActionTimes();
        Optional<Instant> after = next.size() > 1 ? Optional.of(next.get(1)) : Optional.empty();
        boolean overdue = !paused && !next.isEmpty() && ScheduleEntry.overdue(last, next.getFirst(), after, now);
        return new ScheduleEntry(
                description.getId(), paused, last, next.stream().findFirst(), overdue);
    }

    /**
     * Stops a schedule from starting anything, or lets it start again.
     *
     * @throws ScheduleException when there is none of that id
     */
    public void pause(String id, boolean paused, String note) {
        ScheduleHandle handle = client.getHandle(id);
        if (paused) {
            handle.pause(note);
        } else {
            handle.unpause(note);
        }
    }

    /** Starts what a schedule starts, now, also beside one that runs. */
    public void trigger(String id) {
        client.getHandle(id).trigger(ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_ALLOW_ALL);
    }

    /** Removes a schedule. What it has started goes on. */
    public void delete(String id) {
        client.getHandle(id).delete();
    }
}
