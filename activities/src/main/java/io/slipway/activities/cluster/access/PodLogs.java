package io.slipway.activities.cluster.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.ClientErrors;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.cluster.watch.Bell;
import io.slipway.activities.cluster.watch.WatchedKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads and follows the logs of containers. */
public final class PodLogs {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final Duration RECONNECT = Duration.ofMillis(200);

    private final Cluster cluster;

    /** Reads logs of pods of this cluster. */
    public PodLogs(Cluster cluster) {
        this.cluster = cluster;
    }

    /** What reading a log asks. */
    public static Calls calls(String namespace) {
        return Calls.on("pods/log", namespace, "get");
    }

    /** What following one asks. */
    public static Calls callsToFollow(String namespace) {
        return calls(namespace).and(Calls.on(Cluster.PODS, namespace, "get", "list", "watch"));
    }

    /**
     * The lines of a log as it is now.
     *
     * @throws ApiException when it cannot be read, for instance because the container has not started
     */
    public List<String> read(LogSource source) throws InterruptedException {
        try {
            String text = cluster.client().raw(source.path());
            return text == null ? List.of() : text.lines().toList();
        } catch (KubernetesClientException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("cancelled");
            }
            throw ClientErrors.asApi(e);
        }
    }

    /**
     * Follows a log from its beginning until the container has ended: waits until it starts, and connects again when the
     * connection is lost, without repeating lines.
     *
     * @throws ApiException when it may not be read
     */
    public void follow(PodRef of, Consumer<String> onLine) throws InterruptedException {
        LogStream stream = new LogStream(cluster.client(), of, onLine);
        Bell bell = new Bell();
        try (WatchedKind pods = cluster.watches().open(Cluster.PODS, of.namespace(), bell)) {
            while (!started(pods, of)) {
                if (pods.get(of.namespace(), of.pod()).isEmpty() && gone(of)) {
                    return;
                }
                bell.await(LOOK_AGAIN);
            }
            refuseForbidden(of);
            while (!ended(pods, of)) {
                stream.readOn();
                if (!ended(pods, of)) {
                    bell.await(RECONNECT);
                }
            }
            stream.readOn();
        }
    }

    /** A stream that is refused only ends, as one does whose connection is lost, and would be asked for for ever. */
    private void refuseForbidden(PodRef of) throws InterruptedException {
        try {
            read(LogSource.of(of).last(1));
        } catch (ApiException unreadable) {
            if (unreadable.code() == 401 || unreadable.code() == 403) {
                throw unreadable;
            }
        }
    }

    private boolean gone(PodRef of) throws InterruptedException {
        return cluster.api().get(Cluster.PODS, of.namespace(), of.pod()).isEmpty();
    }

    private static boolean started(WatchedKind pods, PodRef of) {
        return pods.get(of.namespace(), of.pod())
                .map(pod -> {
                    JsonNode state = PodState.container(pod, of.container()).path("state");
                    return state.has("running") || state.has("terminated") || PodState.over(pod);
                })
                .orElse(false);
    }

    private static boolean ended(WatchedKind pods, PodRef of) {
        Optional<JsonNode> pod = pods.get(of.namespace(), of.pod());
        return pod.isEmpty() || PodState.over(pod.get()) || PodState.terminated(pod.get(), of.container());
    }
}
