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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Heartbeats of one running activity. Sent by ourselves and not through the SDK, since the time of the last
 * acknowledged one decides whether this worker may still write.
 */
final class Heartbeat implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

    private final ActivityInfo info;
    private final WorkflowServiceGrpc.WorkflowServiceBlockingStub service;
    private final Supplier<StepProgress> progress;
    private final Runnable stop;
    private final Thread beating;
    private final ReentrantLock sending = new ReentrantLock();
    private volatile long acknowledged = System.nanoTime();
    private volatile boolean cancelled;
    private volatile boolean askedToStop;
    private volatile boolean closed;

    /** Of an activity that tells how far it is; it is interrupted when Temporal asks for it to stop. */
    Heartbeat(ActivityExecutionContext context, Supplier<StepProgress> progress) {
        this(context, progress, Thread.currentThread()::interrupt);
    }

    /** Of an activity that is soon over, and not to be left in the middle. */
    static Heartbeat uninterrupted(ActivityExecutionContext context) {
        return uninterrupted(context, () -> new StepProgress("", 0, "", Map.of()));
    }

    /** The same, of one that tells how far it is. */
    static Heartbeat uninterrupted(ActivityExecutionContext context, Supplier<StepProgress> progress) {
        return new Heartbeat(context, progress, () -> {});
    }

    private Heartbeat(ActivityExecutionContext context, Supplier<StepProgress> progress, Runnable stop) {
        this.info = context.getInfo();
        this.service = context.getWorkflowClient().getWorkflowServiceStubs().blockingStub();
        this.progress = progress;
        this.stop = stop;
        Pulse.begins();
        this.beating =
                Thread.ofVirtual().name("heartbeat-" + info.getActivityId()).start(this::beat);
    }

    /** Whether the step is to stop: somebody asked for it, or it is no longer this worker's. */
    boolean isCancelled() {
        return cancelled;
    }

    /** Whether somebody asked for it, so that no other worker takes it up. */
    boolean isAskedToStop() {
        return askedToStop;
    }

    /** Whether the last acknowledged heartbeat is young enough that no other worker can have been given the step. */
    boolean isFresh() {
        return System.nanoTime() - acknowledged < info.getHeartbeatTimeout().toNanos();
    }

    private void beat() {
        Duration pause = Pulse.pause(info.getHeartbeatTimeout());
        while (!closed && !cancelled) {
            try {
                TimeUnit.NANOSECONDS.sleep(pause.toNanos());
                if (!closed) {
                    pause = send()
                            ? Pulse.pause(info.getHeartbeatTimeout())
                            : Pulse.pauseAfterALostOne(info.getHeartbeatTimeout());
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Tells Temporal now what there is to tell. */
    void tell() {
        if (!closed && !cancelled) {
            send();
        }
    }

    /** Whether Temporal has acknowledged it. One after the other: an older one must not come after a newer. */
    private boolean send() {
        sending.lock();
        try {
            return sendNow();
        } finally {
            sending.unlock();
        }
    }

    private boolean sendNow() {
        long sent = System.nanoTime();
        try {
            RecordActivityTaskHeartbeatResponse answer = service.withDeadlineAfter(
                            Pulse.patience(info.getHeartbeatTimeout()).toMillis(), TimeUnit.MILLISECONDS)
                    .recordActivityTaskHeartbeat(request());
            acknowledged = sent;
            if (answer.getCancelRequested()) {
                askedToStop = true;
                cancel();
            }
            return true;
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
                cancel();
            }
            return false; // anything but NOT_FOUND: Temporal is away; the fence closes when that lasts
        } catch (RuntimeException e) {
            log.warn("a heartbeat of activity {} could not be sent; it is sent again", info.getActivityId(), e);
            return false;
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

    /** Never interrupts what comes after the activity's work. */
    private synchronized void cancel() {
        cancelled = true;
        if (!closed) {
            stop.run();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        Pulse.ends();
        beating.interrupt();
    }
}
