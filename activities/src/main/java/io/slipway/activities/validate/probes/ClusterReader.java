package io.slipway.activities.validate.probes;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.KubeApi;
import io.slipway.activities.cluster.api.ListQuery;
import io.slipway.activities.cluster.kinds.Kinds;
import io.slipway.activities.step.StepContext;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/** Reads objects of a step's cluster by the names people use for kinds. What the cluster serves is asked once a client. */
public final class ClusterReader {
    private static final Map<KubernetesClient, Kinds> KINDS = Collections.synchronizedMap(new WeakHashMap<>());

    private final KubeApi api;
    private final Kinds kinds;
    private final String namespace;

    private ClusterReader(KubeApi api, Kinds kinds, String namespace) {
        this.api = api;
        this.kinds = kinds;
        this.namespace = namespace;
    }

    /** A reader of the step's target; objects are looked for in that namespace or else the step's own. */
    public static ClusterReader of(StepContext context, Optional<String> namespace) {
        KubeApi api = KubeApi.reading(context.client());
        Kinds kinds = KINDS.computeIfAbsent(context.client(), client -> new Kinds(KubeApi.reading(client)));
        return new ClusterReader(api, kinds, namespace.orElse(context.namespace()));
    }

    /** The namespace that is read. */
    public String namespace() {
        return namespace;
    }

    /** The API itself. */
    public KubeApi api() {
        return api;
    }

    /** The kind that people call so. */
    public ApiKind kind(String called) throws InterruptedException {
        return kinds.called(called);
    }

    /** An object by kind, as kubectl takes it, and name. */
    public Optional<JsonNode> get(String kind, String name) throws InterruptedException {
        ApiKind found = kind(kind);
        return api.get(found, found.namespaced() ? namespace : "", name);
    }

    /** Objects of a kind, as kubectl takes it, with a label selector; an empty selector means all. */
    public List<JsonNode> list(String kind, String selector) throws InterruptedException {
        ApiKind found = kind(kind);
        return api.list(found, found.namespaced() ? namespace : "", ListQuery.labels(selector));
    }

    /** Where objects are looked for, for messages. */
    String place(ApiKind kind) {
        return kind.namespaced() ? "in namespace " + namespace : "in the cluster";
    }
}
