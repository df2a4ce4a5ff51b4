package io.slipway.sandbox.controllers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.SandboxClock;
import io.slipway.sandbox.faults.Faults;
import io.slipway.sandbox.kube.Conditions;
import io.slipway.sandbox.kube.EventRecorder;
import io.slipway.sandbox.kube.Pods;
import io.slipway.sandbox.kube.RandomNames;
import io.slipway.sandbox.kube.Times;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StoreEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Runs Jobs to their completions, retrying failed pods with a growing delay up to the back-off limit. */
public final class JobController implements Controller {
    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(10);

    private final ObjectStore store;
    private final SandboxClock clock;
    private final PodFactory pods;
    private final EventRecorder events;
    private final Map<String, Instant> started = new ConcurrentHashMap<>();
    private final Map<String, Instant> retryAt = new ConcurrentHashMap<>();

    public JobController(ObjectStore store, SandboxClock clock, Faults faults) {
        this.store = store;
        this.clock = clock;
        this.events = new EventRecorder(store, "job-controller");
        this.pods = new PodFactory(store, faults, events);
    }

    @Override
    public String name() {
        return "job-controller";
    }

    @Override
    public List<Key> affected(StoreEvent event) {
        return Affected.selfOrOwner(event, Kinds.JOB);
    }

    @Override
    public Optional<Duration> reconcile(Key key) {
        ObjectNode job = store.get(Kinds.JOB, key.namespace(), key.name()).orElse(null);
        if (job == null || Meta.deleting(job) || JobOutcome.finished(job)) {
            return Optional.empty();
        }
        if (job.path("spec").path("suspend").asBoolean()) {
            return suspended(job);
        }
        JobCounts counts = JobCounts.of(job, Pods.ownedBy(store, job));
        Duration running = clock.simulated(
                Duration.between(started.computeIfAbsent(Meta.uid(job), uid -> Instant.now()), Instant.now()));
        Optional<JobOutcome> outcome = JobOutcome.of(job, counts, running);
        if (outcome.isPresent()) {
            finish(job, outcome.get(), counts);
            return Optional.empty();
        }
        Optional<Duration> again = create(job, counts);
        write(job, JobCounts.of(job, Pods.ownedBy(store, job)));
        return again.or(() -> deadline(job, running));
    }

    private static Optional<Duration> deadline(ObjectNode job, Duration running) {
        return job.path("spec").has("activeDeadlineSeconds")
                ? Optional.of(Duration.ofSeconds(
                                job.path("spec").path("activeDeadlineSeconds").asLong())
                        .minus(running)
                        .plusMillis(500))
                : Optional.empty();
    }

    private Optional<Duration> suspended(ObjectNode job) {
        Pods.ownedBy(store, job).stream().filter(Pods::active).forEach(pod -> pods.delete(Kinds.JOB, job, pod));
        store.mutateStatus(Kinds.JOB, Meta.namespace(job), Meta.name(job), now -> {
            Conditions.set(now.withObject("/status"), "Suspended", true, "JobSuspended", "Job suspended");
            return now;
        });
        return Optional.empty();
    }

    private Optional<Duration> create(ObjectNode job, JobCounts counts) {
        int missing = Math.min(counts.parallelism(), counts.completions() - counts.succeeded()) - counts.active();
        if (missing <= 0) {
            return Optional.empty();
        }
        Optional<Duration> wait = backOff(job, counts);
        if (wait.isPresent()) {
            return wait;
        }
        for (int index = 0; index < missing; index++) {
            ObjectNode pod = pods.pod(
                    Kinds.JOB, job, job.path("spec").path("template"), Meta.name(job) + "-" + RandomNames.suffix(5));
            ObjectNode labels = pod.withObject("/metadata").withObject("/labels");
            for (String prefix : List.of("", "batch.kubernetes.io/")) {
                labels.put(prefix + "job-name", Meta.name(job)).put(prefix + "controller-uid", Meta.uid(job));
            }
            if (pods.create(Kinds.JOB, job, pod).isPresent()) {
                return Optional.of(FIRST_BACK_OFF);
            }
        }
        return Optional.empty();
    }

    private Optional<Duration> backOff(ObjectNode job, JobCounts counts) {
        if (counts.failed() == 0) {
            return Optional.empty();
        }
        Duration wait = FIRST_BACK_OFF.multipliedBy(1L << Math.min(counts.failed() - 1, 5));
        Instant due = retryAt.computeIfAbsent(
                Meta.uid(job) + "/" + counts.failed(), key -> Instant.now().plus(clock.real(wait)));
        Duration left = Duration.between(Instant.now(), due);
        return left.isPositive() ? Optional.of(clock.simulated(left)) : Optional.empty();
    }

    private void write(ObjectNode job, JobCounts counts) {
        store.mutateStatus(Kinds.JOB, Meta.namespace(job), Meta.name(job), now -> {
            ObjectNode status = now.withObject("/status");
            if (!status.has("startTime")) {
                status.put("startTime", Times.now());
            }
            counts.write(status);
            return now;
        });
    }

    private void finish(ObjectNode job, JobOutcome outcome, JobCounts counts) {
        Pods.ownedBy(store, job).stream().filter(Pods::active).forEach(pod -> pods.delete(Kinds.JOB, job, pod));
        store.mutateStatus(Kinds.JOB, Meta.namespace(job), Meta.name(job), now -> {
            ObjectNode status = now.withObject("/status");
            if (!status.has("startTime")) {
                status.put("startTime", Times.now());
            }
            counts.withoutActive().write(status);
            outcome.write(status);
            return now;
        });
        if (outcome.complete()) {
            events.normal(Kinds.JOB, job, "Completed", "Job completed");
        } else {
            events.warning(Kinds.JOB, job, outcome.reason(), outcome.message());
        }
        started.remove(Meta.uid(job));
    }
}
