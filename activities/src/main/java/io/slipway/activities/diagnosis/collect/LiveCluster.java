package io.slipway.activities.diagnosis.collect;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.access.LogSource;
import io.slipway.activities.cluster.access.PodLogs;
import io.slipway.activities.cluster.access.PodRef;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ListQuery;
import java.util.List;
import java.util.Optional;

/** A real cluster. */
final class LiveCluster implements ClusterView {

    private final Cluster cluster;
    private final int lines;

    /** Reads so many last lines of every log. */
    LiveCluster(Cluster cluster, int lines) {
        this.cluster = cluster;
        this.lines = lines;
    }

    @Override
    public List<JsonNode> list(ApiKind kind, String namespace, String selector) throws InterruptedException {
        try {
            return cluster.api().list(kind, namespace, ListQuery.labels(selector));
        } catch (ApiException refused) {
            // Not served (routes on plain Kubernetes) or not allowed: the rest still tells something.
            return List.of();
        }
    }

    @Override
    public List<String> log(String namespace, String pod, String container, boolean previous)
            throws InterruptedException {
        PodRef ref = new PodRef(namespace, pod, container);
        try {
            return new PodLogs(cluster).read(new LogSource(ref, previous, Optional.of(lines), Optional.empty()));
        } catch (ApiException none) {
            // A container that has not started has no log.
            return List.of();
        }
    }
}
