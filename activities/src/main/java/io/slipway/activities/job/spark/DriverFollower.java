package io.slipway.activities.job.spark;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.await.ObjectWait;
import io.slipway.activities.job.run.JobEnd;
import io.slipway.activities.job.run.JobLog;
import io.slipway.activities.job.run.PodFollowers;
import io.slipway.activities.job.run.Stuck;
import io.slipway.activities.job.run.TimeForJob;
import io.slipway.activities.reach.Reach;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Follows a driver and its executors to the end. */
final class DriverFollower {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final Reach reach;
    private final JobLog log;
    private final TimeForJob time;
    private final String namespace;
    private final Stuck stuck;
    private boolean shown;

    /** How the pods were seen. */
    private record Look(Optional<DriverPod> driver, List<JsonNode> executors) {
        /** A driver that the watch has shown and shows no more is gone; one that it has not shown yet may only be new. */
        boolean over(boolean shownBefore) {
            return driver.map(DriverPod::over).orElse(shownBefore);
        }

        long running() {
            return executors.stream()
                    .filter(pod -> pod.path("status").path("phase").asText().equals("Running"))
                    .count();
        }
    }

    DriverFollower(Reach reach, JobLog log, TimeForJob time, String namespace) {
        this.reach = reach;
        this.log = log;
        this.time = time;
        this.namespace = namespace;
        this.stuck = new Stuck(reach, namespace);
    }

    JobEnd follow(DriverPod first) throws InterruptedException {
        DriverPod last = first;
        try (PodFollowers followers =
                new PodFollowers(reach.cluster(), log, reach.context().recorder())) {
            followers.follow(first.container());
            while (!time.over()) {
                Look look = look(first.name());
                if (look.driver().isEmpty()) {
                    if (shown || isGone(first.name())) {
                        return end(last, Optional.of(deleted(last)));
                    }
                    continue;
                }
                shown = true;
                last = look.driver().get();
                progress(look);
                if (last.over()) {
                    followers.await();
                    return end(last, last.trouble(log.lines()));
                }
                Optional<JobEnd.Trouble> trouble = trouble(look);
                if (trouble.isPresent()) {
                    return end(last, trouble);
                }
            }
        }
        throw time.failure("the Spark driver pod/" + first.name(), last.phase(), "");
    }

    /** Waits for the end for a moment, and gives what was seen last. */
    private Look look(String driver) throws InterruptedException {
        Duration moment = LOOK_AGAIN.compareTo(time.left()) < 0 ? LOOK_AGAIN : time.left();
        Look[] seen = new Look[1];
        new ObjectWait(reach.cluster(), reach.context()).until(Cluster.PODS, namespace, moment, pods -> {
            seen[0] = new Look(ObjectWait.named(pods, driver).map(DriverPod::new), executors(pods, driver));
            return seen[0].over(shown) ? Optional.of(seen[0]) : Optional.empty();
        });
        return seen[0];
    }

    /** Asks the server: the watch may lag behind what was just made. */
    private boolean isGone(String driver) throws InterruptedException {
        return reach.cluster().api().get(Cluster.PODS, namespace, driver).isEmpty();
    }

    private static List<JsonNode> executors(Collection<JsonNode> pods, String driver) {
        return pods.stream()
                .filter(pod -> pod.path("metadata")
                        .path("ownerReferences")
                        .valueStream()
                        .anyMatch(owner -> owner.path("name").asText().equals(driver)))
                .toList();
    }

    /** An executor that cannot start is trouble only while none runs: Spark replaces single ones by itself. */
    private Optional<JobEnd.Trouble> trouble(Look look) throws InterruptedException {
        return stuck.look(look.driver().orElseThrow().tree(), look.running() > 0 ? List.of() : look.executors());
    }

    private void progress(Look look) {
        DriverPod driver = look.driver().orElseThrow();
        reach.context()
                .progress("driver " + driver.name() + " " + driver.phase() + ", " + look.running() + " of "
                        + look.executors().size() + " executors run");
    }

    private static JobEnd.Trouble deleted(DriverPod driver) {
        return new JobEnd.Trouble(
                "the driver pod/" + driver.name() + " was deleted while it was " + driver.phase(),
                "find out who deleted it: a person, a quota, or a drained node");
    }

    private JobEnd end(DriverPod driver, Optional<JobEnd.Trouble> trouble) {
        return new JobEnd(
                driver.name(),
                driver.phase(),
                trouble,
                driver.seconds().orElseGet(time::seconds),
                0,
                0,
                List.of(new ObjectRef("v1", "Pod", namespace, driver.name())));
    }
}
