package io.slipway.activities.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.KubeApi;
import io.slipway.activities.cluster.kinds.Kinds;
import io.slipway.activities.cluster.watch.Watches;
import io.slipway.activities.step.StepContext;
import java.util.List;

/** What all steps at one target share. Thread-safe. */
public final class Cluster implements AutoCloseable {
    /** Pods. */
    public static final ApiKind PODS = ApiKind.namespaced("v1", "Pod", "pods");

    /** Services. */
    public static final ApiKind SERVICES = ApiKind.namespaced("v1", "Service", "services");

    /** Secrets. */
    public static final ApiKind SECRETS = ApiKind.namespaced("v1", "Secret", "secrets");

    /** ConfigMaps. */
    public static final ApiKind CONFIG_MAPS = ApiKind.namespaced("v1", "ConfigMap", "configmaps");

    /** The built-in kinds that own pods, directly or by others of these. */
    public static final List<ApiKind> POD_OWNERS = List.of(
            ApiKind.namespaced("apps/v1", "ReplicaSet", "replicasets"),
            ApiKind.namespaced("apps/v1", "Deployment", "deployments"),
            ApiKind.namespaced("apps/v1", "StatefulSet", "statefulsets"),
            ApiKind.namespaced("apps/v1", "DaemonSet", "daemonsets"),
            ApiKind.namespaced("batch/v1", "Job", "jobs"));

    private final KubernetesClient client;
    private final KubeApi api;
    private final Kinds kinds;
    private final Watches watches;
    private volatile String version;

    /** A cluster reached by this client, which stays the caller's to close. */
    public Cluster(KubernetesClient client) {
        this.client = client;
        this.api = KubeApi.reading(client);
        this.kinds = new Kinds(api);
        this.watches = new Watches(client);
    }

    private Cluster(Cluster now, List<ApiKind> expected) {
        this.client = now.client;
        this.api = now.api;
        this.kinds = now.kinds.with(expected);
        this.watches = now.watches;
    }

    /**
     * The cluster as it will be, for plans: it also knows these kinds. It shares the watches of this one, and is not
     * closed by itself.
     *
     * @param expected kinds that steps before bring; may grow while it is used
     */
    public Cluster expecting(List<ApiKind> expected) {
        return new Cluster(this, expected);
    }

    /** The client, for exec, logs and port-forward. */
    public KubernetesClient client() {
        return client;
    }

    /** For reading. */
    public KubeApi api() {
        return api;
    }

    /** For reading and writing in a step: each write passes its gate, and nothing is asked again beyond its time. */
    public KubeApi api(StepContext context) {
        return api.writing(context::beforeWrite).within(context::left);
    }

    /** The kinds it serves. */
    public Kinds kinds() {
        return kinds;
    }

    /**
     * Version of its API server as that writes it, such as {@code v1.32.2}; may be empty. It is asked once, so ask a cluster
     * that is made for a plan.
     */
    public String version() throws InterruptedException {
        if (version == null) {
            version = api.version();
        }
        return version;
    }

    /** Its shared watches. */
    public Watches watches() {
        return watches;
    }

    @Override
    public void close() {
        watches.close();
    }
}
