package io.slipway.sandbox.flink;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StatusException;

/**
 * The ConfigMap in which JobManagers of a cluster tell who leads and which jobs there are. Nothing owns it, so that it
 * outlives the JobManager; without it the next one knows of no jobs.
 *
 * @param store where it is kept
 * @param namespace its namespace
 * @param cluster the id of the cluster
 */
public record HighAvailability(ObjectStore store, String namespace, String cluster) {

    static HighAvailability of(ObjectStore store, String namespace, FlinkConfig config) {
        return new HighAvailability(store, namespace, config.get("kubernetes.cluster-id", "default"));
    }

    private String name() {
        return cluster + "-cluster-config-map";
    }

    /** A JobManager begins: jobs that nothing tells of are no longer known. */
    void begin(FlinkCluster jobs) {
        if (store.view(Kinds.CONFIG_MAP, namespace, name()).isPresent()) {
            return;
        }
        jobs.forget();
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        ObjectNode meta = map.putObject("metadata").put("name", name()).put("namespace", namespace);
        meta.putObject("labels")
                .put("app", cluster)
                .put("configmap-type", "high-availability")
                .put("type", "flink-native-kubernetes");
        try {
            store.create(Kinds.CONFIG_MAP, map);
        } catch (StatusException raced) {
            if (!raced.is("AlreadyExists")) {
                throw raced;
            }
        }
    }

    /** Takes it away, as is done when a job has come to its end. */
    public void forget() {
        try {
            store.delete(Kinds.CONFIG_MAP, namespace, name(), Deletion.BACKGROUND);
        } catch (StatusException gone) {
            if (!gone.is("NotFound")) {
                throw gone;
            }
        }
    }
}
