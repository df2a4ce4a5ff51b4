package io.slipway.activities.cluster.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ListQuery;
import io.slipway.activities.cluster.api.NotFound;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.api.Selector;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.spec.Ref;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the pods of a workload, a Service or a label selector. */
public final class PodFinder {
    private final Cluster cluster;

    /** Finds pods of this cluster. */
    public PodFinder(Cluster cluster) {
        this.cluster = cluster;
    }

    /** What finding the pods of an object, or of a selector when there is none, asks. */
    public Calls calls(Optional<Ref> of, String namespace) throws InterruptedException {
        Calls pods = Calls.on(Cluster.PODS, namespace, "list");
        Optional<ApiKind> kind =
                of.isPresent() ? cluster.kinds().perhaps(of.get().kind()) : Optional.empty();
        return kind.map(each -> each.kind().equals("Pod")
                        ? Calls.on(each, namespace, "get")
                        : pods.and(Calls.on(each, namespace, "get")))
                .orElse(pods);
    }

    /**
     * The pods of an object, the ready ones first, then by name.
     *
     * @param of a pod or something that selects pods: a workload or a Service
     * @throws StepFailure when there is no such object or it selects no pods
     */
    public List<JsonNode> pods(Ref of, String namespace) throws InterruptedException {
        ApiKind kind = cluster.kinds().called(of.kind());
        ObjectRef ref = kind.ref(namespace, of.name());
        JsonNode object =
                cluster.api().get(kind, namespace, of.name()).orElseThrow(() -> NotFound.of(ref.display(), namespace));
        return kind.kind().equals("Pod") ? List.of(object) : pods(selector(ref, object), namespace);
    }

    /** The pods with these labels, the ready ones first, then by name. */
    public List<JsonNode> pods(String selector, String namespace) throws InterruptedException {
        return cluster.api().list(Cluster.PODS, namespace, ListQuery.labels(selector)).stream()
                .sorted(Comparator.comparing((JsonNode pod) -> !PodState.ready(pod))
                        .thenComparing(pod -> pod.path("metadata").path("name").asText()))
                .toList();
    }

    /**
     * A container of the first ready pod.
     *
     * @throws StepFailure when no pod is ready, with the state of those there are
     */
    public PodRef ready(Ref of, String namespace, Optional<String> container) throws InterruptedException {
        return first(pods(of, namespace), of.value(), namespace, container);
    }

    /** The same for a label selector. */
    public PodRef ready(String selector, String namespace, Optional<String> container) throws InterruptedException {
        return first(pods(selector, namespace), "selector " + selector, namespace, container);
    }

    private static PodRef first(List<JsonNode> pods, String asked, String namespace, Optional<String> container) {
        JsonNode pod =
                pods.stream().filter(PodState::ready).findFirst().orElseThrow(() -> noneReady(pods, asked, namespace));
        return new PodRef(namespace, pod.path("metadata").path("name").asText(), container(pod, container));
    }

    /**
     * The name of a pod's container: the one named, or else that which kubectl takes.
     *
     * @throws StepFailure when the pod has no such container
     */
    public static String container(JsonNode pod, Optional<String> named) {
        if (named.isEmpty()) {
            return PodState.defaultContainer(pod);
        }
        List<String> known = PodState.containers(pod);
        if (!known.contains(named.get())) {
            throw StepFailure.permanent(
                    "pod/" + pod.path("metadata").path("name").asText() + " has no container " + named.get(),
                    "its containers are " + String.join(", ", known),
                    "name one of them, or omit 'container' to use the first");
        }
        return named.get();
    }

    private static StepFailure noneReady(List<JsonNode> pods, String asked, String namespace) {
        String states = pods.stream()
                .map(pod -> "pod/" + pod.path("metadata").path("name").asText() + " is " + PodState.phase(pod))
                .collect(Collectors.joining(", "));
        return StepFailure.of(
                "no pod of " + asked + " in namespace " + namespace + " is ready",
                states.isEmpty() ? "it has no pods" : states,
                "wait for it with a waitReady step before this one");
    }

    private static String selector(ObjectRef ref, JsonNode object) {
        JsonNode selector = object.path("spec").path("selector");
        String text = selector.has("matchLabels") || selector.has("matchExpressions")
                ? Selector.text(selector)
                : selector.properties().stream()
                        .map(label -> label.getKey() + "=" + label.getValue().asText())
                        .collect(Collectors.joining(","));
        if (text.isEmpty()) {
            throw StepFailure.permanent(
                    ref.place() + " selects no pods",
                    "it has no spec.selector",
                    "name a pod, a workload or a Service with a selector");
        }
        return text;
    }
}
