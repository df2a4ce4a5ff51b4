package io.slipway.activities.cluster.ready;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.await.ObjectWait;
import io.slipway.activities.cluster.failure.Surroundings;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.cluster.watch.Bell;
import io.slipway.activities.cluster.watch.WatchedKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The watches of one wait: the objects themselves, and what may belong to them. */
final class WatchSet implements Sight, AutoCloseable {
    private static final List<ApiKind> OWNED = List.of(
            Cluster.PODS,
            ApiKind.namespaced("apps/v1", "ReplicaSet", "replicasets"),
            ApiKind.namespaced("batch/v1", "Job", "jobs"),
            ApiKind.namespaced("v1", "PersistentVolumeClaim", "persistentvolumeclaims"));
    private static final ApiKind EVENTS = ApiKind.namespaced("v1", "Event", "events");

    private final Cluster cluster;
    private final Bell bell;
    private final Map<Scope, WatchedKind> watched = new LinkedHashMap<>();
    private final Set<String> namespaces = new TreeSet<>();
    private boolean joined;

    private record Scope(String apiVersion, String plural, String namespace) {
        static Scope of(ApiKind kind, String namespace) {
            return new Scope(kind.apiVersion(), kind.plural(), kind.namespaced() ? namespace : "");
        }
    }

    WatchSet(Cluster cluster, Bell bell) {
        this.cluster = cluster;
        this.bell = bell;
    }

    /** What is asked of a namespace beside the objects themselves. */
    static Calls callsAround(String namespace) {
        return OWNED.stream()
                .map(kind -> ObjectWait.calls(kind, namespace))
                .reduce(ObjectWait.calls(EVENTS, namespace), Calls::and)
                .ifGranted();
    }

    void open(Subjects subjects) throws InterruptedException {
        for (Subjects.Named named : subjects.named()) {
            open(named.kind(), named.ref().namespace());
        }
        for (Subjects.Selected selected : subjects.selected()) {
            open(selected.kind(), selected.namespace());
        }
        joined = watched.values().stream().anyMatch(WatchedKind::joined);
        for (String namespace : namespaces) {
            for (ApiKind kind : OWNED) {
                openIfAllowed(kind, namespace);
            }
            openIfAllowed(EVENTS, namespace);
        }
    }

    private void open(ApiKind kind, String namespace) throws InterruptedException {
        Scope scope = Scope.of(kind, namespace);
        if (!watched.containsKey(scope)) {
            watched.put(scope, cluster.watches().open(kind, namespace, bell));
        }
        if (kind.namespaced()) {
            namespaces.add(namespace);
        }
    }

    /** Without the right to see pods or events a wait still works, it only fails less fast. */
    private void openIfAllowed(ApiKind kind, String namespace) throws InterruptedException {
        try {
            open(kind, namespace);
        } catch (ApiException e) {
            if (e.code() != 403 && e.code() != 404) {
                throw e;
            }
        }
    }

    @Override
    public Optional<JsonNode> get(ApiKind kind, ObjectRef ref) {
        return Optional.ofNullable(watched.get(Scope.of(kind, ref.namespace())))
                .flatMap(watch -> watch.get(ref.namespace(), ref.name()));
    }

    @Override
    public Collection<JsonNode> objects(ApiKind kind, String namespace) {
        WatchedKind watch = watched.get(Scope.of(kind, namespace));
        return watch == null ? List.of() : watch.objects();
    }

    /** Whether the objects themselves may be seen as they were before what was just written. */
    boolean mayLag() {
        return joined;
    }

    /** As {@link WatchedKind#changes}, of all that is watched. */
    long changes() {
        return watched.values().stream().mapToLong(WatchedKind::changes).sum();
    }

    /** What may belong to objects of the namespace, and what was told of them. */
    Surroundings surroundings(String namespace) {
        List<JsonNode> all = new ArrayList<>();
        OWNED.forEach(kind -> all.addAll(objects(kind, namespace)));
        return new Surroundings(all, objects(EVENTS, namespace));
    }

    @Override
    public void close() {
        watched.values().forEach(WatchedKind::close);
    }
}
