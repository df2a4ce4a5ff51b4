package io.slipway.activities.rollout;

import io.slipway.workflows.contract.GroupActivities;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Takes concurrency groups: at once, by waiting, or by cancelling the holder. */
public final class GroupActivitiesImpl implements GroupActivities {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final GroupLocks locks;

    /** Groups held in these locks. */
    public GroupActivitiesImpl(GroupLocks locks) {
        this.locks = locks;
    }

    @Override
    public Held acquire(Claim claim) {
        Held held = locks.tryAcquire(claim);
        return switch (claim.onConflict()) {
            case "queue" -> waited(claim, held);
            case "cancel" -> held.held() ? held : afterCancel(claim);
            default -> held;
        };
    }

    /** A holder of another server cannot be cancelled from here: the one who asks is told who it is. */
    private Held afterCancel(Claim claim) {
        Optional<String> holder = locks.holder(claim);
        holder.ifPresent(GroupActivitiesImpl::cancel);
        Held held = locks.tryAcquire(claim);
        return holder.isPresent() ? waited(claim, held) : held;
    }

    private Held waited(Claim claim, Held first) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        Held held = first;
        while (!held.held()) {
            context.heartbeat(held.message());
            try {
                TimeUnit.NANOSECONDS.sleep(EVERY.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw ApplicationFailure.newFailureWithCause("the worker is stopping", "WorkerStopping", e);
            }
            held = locks.tryAcquire(claim);
        }
        return held;
    }

    private static void cancel(String rollout) {
        try {
            Activity.getExecutionContext()
                    .getWorkflowClient()
                    .newUntypedWorkflowStub(rollout)
                    .cancel("another rollout takes its concurrency group");
        } catch (WorkflowNotFoundException e) {
            // it is over already, and its group is let go or falls to us
        }
    }

    @Override
    public void release(Claim claim) {
        locks.release(claim);
    }
}
