package io.slipway.activities.cluster.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.LogWatch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * One container's log over several connections. The kubelet's time stamps say where to go on; as many lines as were seen
 * with the last stamp come again and are passed over.
 */
final class LogStream {
    private final KubernetesClient client;
    private final PodRef of;
    private final Consumer<String> onLine;
    private Instant last = Instant.EPOCH;
    private int seenAtLast;
    private int skip;

    LogStream(KubernetesClient client, PodRef of, Consumer<String> onLine) {
        this.client = client;
        this.of = of;
        this.onLine = onLine;
    }

    /** Reads until the connection ends; trouble with it only ends it, for the caller looks at the pod anyway. */
    void readOn() throws InterruptedException {
        var log = client.pods()
                .inNamespace(of.namespace())
                .withName(of.pod())
                .inContainer(of.container())
                .usingTimestamps();
        skip = seenAtLast;
        try (LogWatch watch = last.equals(Instant.EPOCH)
                        ? log.watchLog()
                        : log.sinceTime(last.toString()).watchLog();
                BufferedReader lines = new BufferedReader(new InputStreamReader(watch.getOutput(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                take(line);
            }
        } catch (IOException | KubernetesClientException | DateTimeException e) {
            // the connection was lost, perhaps within a line; the caller connects again unless the container has ended
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("cancelled");
        }
    }

    private void take(String stamped) {
        int space = stamped.indexOf(' ');
        Instant stamp = Instant.parse(space < 0 ? stamped : stamped.substring(0, space));
        if (stamp.isBefore(last)) {
            return;
        }
        if (stamp.isAfter(last)) {
            last = stamp;
            seenAtLast = 0;
            skip = 0;
        } else if (skip > 0) {
            skip--;
            return;
        }
        seenAtLast++;
        onLine.accept(space < 0 ? "" : stamped.substring(space + 1));
    }
}
