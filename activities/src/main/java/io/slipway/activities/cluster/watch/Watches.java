package io.slipway.activities.cluster.watch;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.impl.KubernetesClientImpl;
import io.slipway.activities.cluster.api.ApiKind;
import java.util.HashMap;
import java.util.Map;

/** The watches of one cluster. Those who watch the same kind in the same namespace share one connection. */
public final class Watches implements AutoCloseable {
    /** Reads objects as trees; over the connections of the client of all other calls, which closes them. */
    private final KubernetesClient reader;

    private final Map<Scope, SharedWatch> open = new HashMap<>();

    private record Scope(String apiVersion, String plural, String namespace) {}

    /** Watches over the connections of this client, which stays the caller's to close. */
    public Watches(KubernetesClient client) {
        this.reader = new KubernetesClientImpl(
                client.getHttpClient(), client.getConfiguration(), null, TreeObject.serialization());
    }

    /**
     * Watches a kind in a namespace; returns when all objects are known.
     *
     * @param namespace empty for all namespaces, or for a kind that has none
     * @param onChange rung after each change; also when the watch had to start anew
     * @throws io.slipway.activities.cluster.api.ApiException when it may not be listed or the server is away
     */
    public WatchedKind open(ApiKind kind, String namespace, Bell onChange) throws InterruptedException {
        String where = kind.namespaced() ? namespace : "";
        Scope scope = new Scope(kind.apiVersion(), kind.plural(), where);
        SharedWatch watch;
        boolean joined;
        synchronized (open) {
            joined = open.containsKey(scope);
            watch = open.computeIfAbsent(scope, any -> new SharedWatch(reader, kind, where));
            watch.join(onChange);
        }
        WatchedKind watched = new WatchedKind(watch, kind, joined, () -> leave(scope, onChange));
        try {
            watch.awaitSync();
            return watched;
        } catch (InterruptedException | RuntimeException e) {
            watched.close();
            throw e;
        }
    }

    private void leave(Scope scope, Bell bell) {
        synchronized (open) {
            SharedWatch watch = open.get(scope);
            if (watch != null && watch.leave(bell) == 0) {
                open.remove(scope);
                watch.close();
            }
        }
    }

    /** How many connections are open. */
    public int connections() {
        synchronized (open) {
            return open.size();
        }
    }

    @Override
    public void close() {
        synchronized (open) {
            open.values().forEach(SharedWatch::close);
            open.clear();
        }
    }
}
