package io.slipway.worker.engine;

import io.slipway.activities.store.FileReason;
import io.slipway.activities.store.s3.StoreLost;
import io.slipway.workflows.contract.GroupActivities;
import io.slipway.workflows.contract.StepProgress;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DataConverterException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The activities of a rollout that are not over, as its server knows them. */
final class PendingWork {
    private static final int STUBBORN = 3;

    private final List<PendingActivityInfo> activities;
    private final DataConverter converter;

    private PendingWork(List<PendingActivityInfo> activities, DataConverter converter) {
        this.activities = activities;
        this.converter = converter;
    }

    /** Asks the server. */
    static PendingWork of(WorkflowStub stub, DataConverter converter) {
        return new PendingWork(stub.describe().getRawDescription().getPendingActivitiesList(), converter);
    }

    /** What the running steps say: step → message. */
    Map<String, String> progress() {
        Map<String, String> messages = new TreeMap<>();
        activities.forEach(activity ->
                said(activity, StepProgress.class).ifPresent(said -> messages.put(said.step(), said.message())));
        return messages;
    }

    /** Why nothing goes on that is no step's own failure: something fails again and again, or the group is another's. */
    Optional<String> trouble() {
        return activities.stream()
                .flatMap(activity -> Stream.concat(stubborn(activity).stream(), queued(activity).stream()))
                .findFirst();
    }

    private static Optional<String> stubborn(PendingActivityInfo activity) {
        return activity.getAttempt() >= STUBBORN && activity.hasLastFailure()
                ? Optional.of(activity.getActivityType().getName() + " fails and is retried: "
                        + cause(activity.getLastFailure()))
                : Optional.empty();
    }

    private Optional<String> queued(PendingActivityInfo activity) {
        return activity.getActivityType().getName().equals(GroupActivities.ACQUIRE)
                ? said(activity, String.class)
                : Optional.empty();
    }

    /** The details of its last heartbeat, if they are such; an activity that is no step may say anything. */
    private <T> Optional<T> said(PendingActivityInfo activity, Class<T> type) {
        if (!activity.hasHeartbeatDetails()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(
                    converter.fromPayloads(0, Optional.of(activity.getHeartbeatDetails()), type, type));
        } catch (DataConverterException other) {
            return Optional.empty();
        }
    }

    private static String cause(Failure failure) {
        Failure cause = failure;
        while (cause.hasCause() && !saysAll(cause)) {
            cause = cause.getCause();
        }
        return FileReason.with(
                cause.getMessage(), cause.getApplicationFailureInfo().getType());
    }

    /** What lies behind a lost store, such as a connection that was refused, names no place any more. */
    private static boolean saysAll(Failure failure) {
        return failure.getApplicationFailureInfo().getType().equals(StoreLost.class.getName());
    }
}
