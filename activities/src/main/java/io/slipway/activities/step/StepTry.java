package io.slipway.activities.step;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.slipway.activities.store.StoreTrouble;
import io.slipway.model.journal.Failure;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.StepResult;
import io.slipway.workflows.contract.StepProgress;
import io.slipway.workflows.contract.StepTask;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.client.ActivityCanceledException;
import io.temporal.failure.ApplicationFailure;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One try of a step by this worker, from its first line in the journal to its last. */
final class StepTry {
    private static final Logger log = LoggerFactory.getLogger(StepTry.class);
    private static final Duration LEAST_REST = Duration.ofMillis(500);
    private static final Duration MOST_REST = Duration.ofSeconds(10);
    private static final Failure CANCELLED =
            Failure.of("interrupted", "the step was cancelled", "resume the rollout, which retries the step");

    private final StepServices services;
    private final StepTask task;
    private final StepActivities.VerbRunner<?> verb;
    private final ActivityExecutionContext context;
    private final ActivityInfo info;
    private final EvidenceRecorder recorder;
    private Supplier<StepProgress> said;
    private Heartbeat heartbeat;

    StepTry(StepServices services, StepTask task, StepActivities.VerbRunner<?> verb, ActivityExecutionContext context) {
        this.services = services;
        this.task = task;
        this.verb = verb;
        this.context = context;
        this.info = context.getInfo();
        this.recorder = new EvidenceRecorder(services.blobs(), services.masker());
        this.said = () -> new StepProgress(task.step(), task.attempt(), "", earlier());
    }

    StepResult run() {
        journal(new JournalEvent.StepStarted(
                task.step(), task.stage(), task.verb(), task.attempt(), task.merkle(), now()));
        StepResult result = attempt();
        try (Heartbeat writing = Heartbeat.uninterrupted(context, said)) {
            return written(result, writing);
        }
    }

    private StepResult attempt() {
        try {
            Target target = target();
            ActivityStepContext step = new ActivityStepContext(
                    task, target, services, recorder, Instant.ofEpochMilli(info.getScheduledTimestamp()));
            said = step::snapshot;
            heartbeat = new Heartbeat(context, said);
            step.attach(heartbeat, earlier());
            Done done = verb.run(task, step);
            return StepResult.succeeded(done.summary(), done.outputs());
        } catch (StepFailure e) {
            return StepResult.failed(e.failure());
        } catch (InterruptedException e) {
            throw stopped();
        } catch (LostTouch e) {
            throw ApplicationFailure.newFailure(e.getMessage(), "LostTouch");
        } catch (RuntimeException e) {
            if (isCancelled()) {
                throw stopped();
            }
            return trouble(e);
        } finally {
            if (heartbeat != null) {
                heartbeat.close();
            }
            Thread.interrupted(); // it came too late, and would keep the end from being written down
            services.board().clear(task.rollout(), task.step());
        }
    }

    /** What came of an error that is no failure of the step by itself: what passes is thrown, and tried again. */
    private StepResult trouble(RuntimeException e) {
        switch (e) {
            case StoreTrouble store -> throw store;
            case ApplicationFailure known -> throw known;
            case KubernetesClientException cluster
            when ClusterErrors.isPassing(cluster) ->
                throw away("the API server is unreachable: " + cluster.getMessage());
            case KubernetesClientException cluster -> {
                return StepResult.failed(ClusterErrors.explain(cluster));
            }
            default -> {
                log.error("step {} failed inside Slipway", task.key(), e);
                return StepResult.failed(Failure.of(
                        "internal error: " + e,
                        "an error in the worker, not in the cluster",
                        "this is a bug: report it with the worker's log and the rollout's journal"));
            }
        }
    }

    private Target target() {
        try {
            return services.targets().get(task.target());
        } catch (IllegalArgumentException e) {
            throw StepFailure.of(
                    String.valueOf(e.getMessage()),
                    "this worker was started without that target",
                    "start a worker of this task queue that has it (--target, --targets), then retry");
        } catch (UncheckedIOException e) {
            throw away(String.valueOf(e.getMessage()));
        }
    }

    private ApplicationFailure away(String why) {
        return ApplicationFailure.newFailure(services.masker().mask(why), "ClusterUnavailable");
    }

    private boolean isCancelled() {
        return heartbeat != null && heartbeat.isCancelled();
    }

    private RuntimeException stopped() {
        if (!isCancelled()) {
            return stopping();
        }
        if (heartbeat.isAskedToStop() && recorder.hasChanges()) {
            cutShort();
        }
        return new ActivityCanceledException(info);
    }

    private static ApplicationFailure stopping() {
        return ApplicationFailure.newFailure("the worker is stopping", "WorkerStopping");
    }

    /** An undo goes by what was done; how the rollout ends the workflow writes down. */
    private void cutShort() {
        Thread.interrupted(); // it has been heard, and would keep this from being written down
        try {
            written(StepResult.failed(CANCELLED));
        } catch (StoreTrouble e) {
            log.warn("an undo will not know what step {} had done when it was cancelled: {}", task.key(), e.told());
        }
    }

    /** What is done must not be done again for want of a place to write that down: it is tried until there is one. */
    private StepResult written(StepResult result, Heartbeat writing) {
        Duration rest = LEAST_REST;
        while (true) {
            try {
                return written(result);
            } catch (StoreTrouble e) {
                if (writing.isCancelled()) {
                    throw e;
                }
                log.warn("step {} is done, and that cannot be written down now: {}", task.key(), e.told());
                services.journals().trouble(task.rollout(), e);
            }
            try {
                Thread.sleep(rest);
            } catch (InterruptedException e) {
                throw stopping();
            }
            rest = rest.compareTo(MOST_REST) < 0 ? rest.multipliedBy(2) : rest;
        }
    }

    private StepResult written(StepResult result) {
        StepResult evidenced = ResultLimits.within(new StepResult(
                result.outcome(),
                result.outputs(),
                result.summary(),
                recorder.warnings(),
                result.failure(),
                recorder.counts(),
                recorder.store()));
        StepResult masked = MaskedJson.of(evidenced, StepResult.class, services.masker());
        journal(new JournalEvent.StepFinished(task.step(), task.attempt(), masked, now()));
        return masked;
    }

    private Map<String, String> earlier() {
        return context.getHeartbeatDetails(StepProgress.class)
                .map(StepProgress::remembered)
                .orElse(Map.of());
    }

    private void journal(JournalEvent event) {
        if (!task.undo()) {
            services.journals().append(task.rollout(), List.of(event));
        }
    }

    private Instant now() {
        return services.clock().instant();
    }
}
