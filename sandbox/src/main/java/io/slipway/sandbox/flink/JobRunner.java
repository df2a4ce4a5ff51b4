package io.slipway.sandbox.flink;

import io.slipway.sandbox.faults.Fault;
import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.faults.Subject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Moves one job: slots, running, checkpoints, end. */
final class JobRunner {
    private static final Duration BOUNDED_RUN = Duration.ofMillis(1100);
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final FlinkCluster cluster;
    private final FlinkJob job;

    JobRunner(FlinkCluster cluster, FlinkJob job) {
        this.cluster = cluster;
        this.job = job;
    }

    void run() {
        try {
            FlinkCluster.Leader leader = cluster.leader().orElseThrow(InterruptedException::new);
            if (job.status() == JobStatus.INITIALIZING || job.status() == JobStatus.CREATED) {
                start(leader);
            }
            if (job.status() == JobStatus.RUNNING) {
                work(leader);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            fail("org.apache.flink.util.FlinkException: the simulation itself failed", broken.toString());
        }
    }

    private void sleep(Duration time) throws InterruptedException {
        cluster.services().clock().sleep(time);
    }

    private void start(FlinkCluster.Leader leader) throws InterruptedException {
        logState("Received JobGraph submission");
        sleep(Duration.ofMillis(200));
        job.moveTo(JobStatus.CREATED);
        cluster.save(job);
        if (strike(leader, FaultKind.JOB_HANGS).isPresent()) {
            Thread.sleep(Duration.ofDays(365));
        }
        Duration timeout = leader.config().duration("slot.request.timeout", Duration.ofSeconds(300));
        Duration waited = Duration.ZERO; // by looks: on a busy machine TaskManagers come late, and so do these
        while (!cluster.occupy(job)) {
            if (waited.compareTo(timeout) > 0) {
                fail(
                        "org.apache.flink.runtime.JobException: Recovery is suppressed by NoRestartBackoffTimeStrategy",
                        "org.apache.flink.runtime.jobmanager.scheduler.NoResourceAvailableException: Could not acquire the minimum required resources.");
                return;
            }
            sleep(LOOK);
            waited = waited.plus(LOOK);
        }
        cluster.save(job);
        logState("switched from state CREATED to RUNNING");
    }

    private Optional<Fault> strike(FlinkCluster.Leader leader, FaultKind kind) {
        if (!cluster.services().faults().any(kind)) {
            return Optional.empty();
        }
        Subject subject = cluster.services()
                .subject(leader.container())
                .child("flinkjob", job.program().jobName());
        return cluster.services().faults().strike(kind, subject, job.id());
    }

    private void work(FlinkCluster.Leader leader) throws InterruptedException {
        String failure = strike(leader, FaultKind.JOB_FAILS)
                .map(fault -> fault.arg(0, "java.lang.IllegalStateException: the user function failed"))
                .orElse(job.program().failure());
        if (!failure.isEmpty()) {
            sleep(BOUNDED_RUN);
            fail(
                    "org.apache.flink.runtime.JobException: Recovery is suppressed by NoRestartBackoffTimeStrategy",
                    failure);
        } else if (job.program().bounded()) {
            sleep(BOUNDED_RUN);
            if (job.program().jobName().equals("WordCount")) {
                cluster.logOutput(WordCount.output());
            }
            end(JobStatus.FINISHED);
        } else {
            new Checkpoints(cluster, job, leader).runForEver(strikeSource(leader));
        }
    }

    private Supplier<Optional<Fault>> strikeSource(FlinkCluster.Leader leader) {
        return () -> strike(leader, FaultKind.CHECKPOINTS_FAIL);
    }

    private void fail(String message, String cause) {
        if (job.fail(message + "\nCaused by: " + cause)) {
            cluster.log(FlinkLog.info(
                    "runtime.executiongraph.ExecutionGraph",
                    "Job " + job.program().jobName() + " (" + job.id() + ") switched from state RUNNING to FAILED."));
            cluster.log(message);
            cluster.log("Caused by: " + cause);
            cluster.save(job);
        }
    }

    private void end(JobStatus status) {
        if (job.moveTo(status)) {
            cluster.save(job);
            logState("switched from state RUNNING to " + status);
        }
    }

    private void logState(String what) {
        cluster.log(FlinkLog.info(
                "runtime.executiongraph.ExecutionGraph",
                "Job " + job.program().jobName() + " (" + job.id() + ") " + what + "."));
    }
}
