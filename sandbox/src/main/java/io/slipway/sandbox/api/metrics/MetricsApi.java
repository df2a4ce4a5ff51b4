package io.slipway.sandbox.api.metrics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.ApiBackend;
import io.slipway.sandbox.api.ContainerUsage;
import io.slipway.sandbox.api.http.Exchange;
import io.slipway.sandbox.api.http.Json;
import io.slipway.sandbox.api.request.RequestInfo;
import io.slipway.sandbox.api.select.LabelSelector;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.ResourceKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Answers {@code metrics.k8s.io} from what the runtime says its containers use. */
public final class MetricsApi {

    private static final String VERSION = "metrics.k8s.io/v1beta1";

    private final ApiBackend backend;

    /**
     * Answers from a runtime.
     *
     * @param backend the store and the runtime
     */
    public MetricsApi(ApiBackend backend) {
        this.backend = backend;
    }

    /**
     * Answers a request.
     *
     * @param exchange the request
     * @param info what it asks for
     */
    public void answer(Exchange exchange, RequestInfo info) {
        boolean pods = info.resource().equals("pods");
        ResourceKind kind = pods ? Kinds.POD : Kinds.NODE;
        String namespace = pods ? info.namespace() : "";
        if (!info.name().isEmpty()) {
            ObjectNode object = backend.store()
                    .view(kind, namespace, info.name())
                    .orElseThrow(() -> Refusals.notFound(kind, info.name()));
            exchange.respond(
                    200,
                    measured(pods, object)
                            .orElseThrow(() -> Refusals.notFound(
                                    new ResourceKind("metrics.k8s.io", "v1beta1", "PodMetrics", "pods", true),
                                    namespace + "/" + info.name())));
            return;
        }
        var selected = LabelSelector.parse(exchange.query("labelSelector").orElse(""));
        ObjectNode list = Json.object().put("kind", pods ? "PodMetricsList" : "NodeMetricsList");
        list.put("apiVersion", VERSION).putObject("metadata");
        ArrayNode items = list.putArray("items");
        backend.store().views(kind, namespace).objects().stream()
                .filter(selected)
                .forEach(object -> measured(pods, object).ifPresent(items::add));
        exchange.respond(200, list);
    }

    private Optional<ObjectNode> measured(boolean pods, ObjectNode object) {
        return pods ? pod(object) : Optional.of(node(object));
    }

    private Optional<ObjectNode> pod(ObjectNode pod) {
        List<ContainerUsage> usage = backend.runtime().get().usage(Meta.namespace(pod), Meta.name(pod));
        if (usage.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode metrics = metrics("PodMetrics", pod);
        ArrayNode containers = metrics.putArray("containers");
        for (ContainerUsage one : usage) {
            ObjectNode into = containers.addObject().put("name", one.container());
            usage(into.putObject("usage"), one.milliCores(), one.memoryBytes());
        }
        return Optional.of(metrics);
    }

    private ObjectNode node(ObjectNode node) {
        long milliCores = 0;
        long bytes = 0;
        for (ObjectNode pod : backend.store().views(Kinds.POD, "").objects()) {
            if (pod.at("/spec/nodeName").asText().equals(Meta.name(node))) {
                for (ContainerUsage one : backend.runtime().get().usage(Meta.namespace(pod), Meta.name(pod))) {
                    milliCores += one.milliCores();
                    bytes += one.memoryBytes();
                }
            }
        }
        ObjectNode metrics = metrics("NodeMetrics", node);
        usage(metrics.putObject("usage"), milliCores, bytes);
        return metrics;
    }

    private static ObjectNode metrics(String kind, ObjectNode object) {
        ObjectNode metrics = Json.object().put("kind", kind).put("apiVersion", VERSION);
        ObjectNode meta = metrics.putObject("metadata").put("name", Meta.name(object));
        if (!Meta.namespace(object).isEmpty()) {
            meta.put("namespace", Meta.namespace(object));
        }
        if (object.path("metadata").has("labels")) {
            meta.set("labels", object.path("metadata").get("labels"));
        }
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        return metrics.put("timestamp", now).put("window", "30s");
    }

    private static void usage(ObjectNode into, long milliCores, long bytes) {
        into.put("cpu", milliCores + "m").put("memory", bytes / 1024 + "Ki");
    }
}
