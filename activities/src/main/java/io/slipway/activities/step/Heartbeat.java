package io.slipway.activities.step;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.slipway.workflows.contract.PayloadConverters;
import io.slipway.workflows.contract.StepProgress;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.workflowservice.v1.RecordActivityTaskHeartbeatRequest;
import io.temporal.api.workflowservice.v1.RecordActivityTaskHeartbeatResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Heartbeats of one running activity. Sent by ourselves and not through the SDK, since the time of the last
 * acknowledged one decides whether this worker may still write.
 */
final class Heartbeat implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(1);
    /** Two may be lost before the time-out of a step's heartbeat, which is 8 s. */
    private static final Duration RAREST = Duration.ofSeconds(3);
    /** Each is a write in the server's database. */
    private static final int STEPS_OF_A_SECOND = 100;

    private static final AtomicInteger BEATING = new AtomicInteger();
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final ActivityInfo info;
    private final WorkflowServiceGrpc.WorkflowServiceBlockingStub service;
    private final Supplier<StepProgress> progress;
    private final Thread owner;
    private final Thread beating;
    private volatile long acknowledged = System.nanoTime();
    private volatile boolean cancelled;
    private volatile boolean closed;

    Heartbeat(ActivityExecutionContext context, Supplier<StepProgress> progress) {
        this.info = context.getInfo();
        this.service = context.getWorkflowClient().getWorkflowServiceStubs().blockingStub();
        this.progress = progress;
        this.owner = Thread.currentThread();
        BEATING.incrementAndGet();
        this.beating =
                Thread.ofVirtual().name("heartbeat-" + info.getActivityId()).start(this::beat);
    }

    /** Whether Temporal asked for the step to stop. */
    boolean isCancelled() {
        return cancelled;
    }

    /** Whether the last acknowledged heartbeat is young enough that no other worker can have been given the step. */
    boolean isFresh() {
        return System.nanoTime() - acknowledged < info.getHeartbeatTimeout().toNanos();
    }

    /** How often each of so many running steps is told of: more rarely where there are many, for the server's sake. */
    static Duration every(int steps) {
        Duration fair = EVERY.multipliedBy(steps).dividedBy(STEPS_OF_A_SECOND);
        return fair.compareTo(EVERY) < 0 ? EVERY : fair.compareTo(RAREST) > 0 ? RAREST : fair;
    }

    private void beat() {
        while (!closed && !cancelled) {
            try {
                TimeUnit.NANOSECONDS.sleep(every(BEATING.get()).toNanos());
                if (!closed) {
                    send();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void send() {
        long sent = System.nanoTime();
        try {
            RecordActivityTaskHeartbeatResponse answer = service.withDeadlineAfter(
                            ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                    .recordActivityTaskHeartbeat(request());
            acknowledged = sent;
            if (answer.getCancelRequested()) {
                cancel();
            }
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
                cancel();
            }
            // anything else: Temporal is away; the fence closes when that lasts
        }
    }

    private RecordActivityTaskHeartbeatRequest request() {
        Optional<Payloads> details = PayloadConverters.standard().toPayloads(progress.get());
        RecordActivityTaskHeartbeatRequest.Builder request = RecordActivityTaskHeartbeatRequest.newBuilder()
                .setNamespace(info.getNamespace())
                .setTaskToken(ByteString.copyFrom(info.getTaskToken()));
        details.ifPresent(request::setDetails);
        return request.build();
    }

    private void cancel() {
        cancelled = true;
        if (!closed) {
            owner.interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        BEATING.decrementAndGet();
        beating.interrupt();
    }
}
