package io.slipway.activities.job.run;

import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.access.PodLogs;
import io.slipway.activities.cluster.access.PodRef;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.step.Recorder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Follows the logs of a job's pods, each in a thread of its own. */
public final class PodFollowers implements AutoCloseable {
    /** A follower ends by itself as soon as it has read the log of a container that has ended; this is for a slow server. */
    private static final Duration REST = Duration.ofSeconds(30);

    private final PodLogs logs;
    private final JobLog job;
    private final Recorder recorder;
    private final Map<String, Thread> followers = new HashMap<>();

    /** Followers whose lines go to the job's log. */
    public PodFollowers(Cluster cluster, JobLog job, Recorder recorder) {
        this.logs = new PodLogs(cluster);
        this.job = job;
        this.recorder = recorder;
    }

    /** What is asked to follow pods of a namespace; a log that cannot be read is no failure. */
    public static Calls calls(String namespace) {
        return PodLogs.callsToFollow(namespace).ifGranted();
    }

    /** Follows a container unless its pod is followed already. */
    public void follow(PodRef container) {
        followers.computeIfAbsent(
                container.pod(), pod -> Thread.ofVirtual().name("log " + pod).start(() -> run(container)));
    }

    private void run(PodRef container) {
        try (JobLog.Part part = job.open(container.display())) {
            logs.follow(container, part);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ApiException unreadable) {
            recorder.warning("the log of " + container.display() + " cannot be read: " + unreadable.getMessage());
        } catch (RuntimeException broken) {
            recorder.warning("the log of " + container.display() + " is incomplete: " + broken);
        }
    }

    /** Waits for the last lines of pods that have ended, for all of them together no longer than half a minute. */
    public void await() throws InterruptedException {
        long end = System.nanoTime() + REST.toNanos();
        for (Thread follower : followers.values()) {
            follower.join(Duration.ofNanos(end - System.nanoTime()));
        }
    }

    @Override
    public void close() {
        followers.values().forEach(Thread::interrupt);
    }
}
