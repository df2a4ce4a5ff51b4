package io.slipway.activities.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.access.PodLogs;
import io.slipway.activities.cluster.access.PodRef;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.step.Recorder;
import io.slipway.activities.step.StepContext;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Keeps a build's log with the report while it is written, on a thread of its own. */
final class BuildLog implements AutoCloseable {
    private static final int LAST = 20;
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final Cluster cluster;
    private final StepContext context;
    private final String build;
    private final boolean keep;
    private final Deque<String> last = new ArrayDeque<>();
    private Thread reader;

    BuildLog(Cluster cluster, StepContext context, String build, boolean keep) {
        this.cluster = cluster;
        this.context = context;
        this.build = build;
        this.keep = keep;
    }

    /** A log that cannot be read is no failure. */
    static Calls calls(String namespace) {
        return PodLogs.callsToFollow(namespace).ifGranted();
    }

    /** Starts to read, once. */
    void begin() {
        if (reader == null) {
            reader = Thread.ofVirtual().name("log of build " + build).start(this::read);
        }
    }

    /** Waits until the rest is read. */
    void drain() throws InterruptedException {
        if (reader != null) {
            reader.join(DRAIN);
        }
    }

    List<String> lastLines() {
        synchronized (last) {
            return List.copyOf(last);
        }
    }

    private void read() {
        try {
            Optional<PodRef> container = container();
            if (container.isEmpty()) {
                return;
            }
            if (keep) {
                try (Recorder.LogSink sink = context.recorder().log("build/" + build)) {
                    new PodLogs(cluster).follow(container.get(), line -> {
                        sink.line(line);
                        remember(line);
                    });
                }
            } else {
                new PodLogs(cluster).follow(container.get(), this::remember);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            String why = e instanceof KubernetesClientException ? e.getMessage() : e.toString();
            context.recorder().warning("the log of build/" + build + " is incomplete: " + why);
        }
    }

    private Optional<PodRef> container() throws InterruptedException {
        JsonNode object =
                cluster.api().get(BuildKinds.BUILDS, context.namespace(), build).orElse(null);
        String pod = object == null
                ? ""
                : object.path("metadata")
                        .path("annotations")
                        .path("openshift.io/build.pod-name")
                        .asText(build + "-build");
        return cluster.api()
                .get(Cluster.PODS, context.namespace(), pod.isEmpty() ? build + "-build" : pod)
                .map(found -> new PodRef(
                        context.namespace(),
                        BuildKinds.name(found),
                        found.path("spec")
                                .path("containers")
                                .path(0)
                                .path("name")
                                .asText()));
    }

    private void remember(String line) {
        synchronized (last) {
            last.addLast(line);
            if (last.size() > LAST) {
                last.removeFirst();
            }
        }
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.interrupt();
        }
    }
}
