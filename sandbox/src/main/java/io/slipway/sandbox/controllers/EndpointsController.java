package io.slipway.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.faults.Faults;
import io.slipway.sandbox.kube.Lineage;
import io.slipway.sandbox.kube.Pods;
import io.slipway.sandbox.kube.Selectors;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StatusException;
import io.slipway.sandbox.store.StoreEvent;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Keeps Endpoints and an EndpointSlice for each Service with a selector, and gives load balancers their address. */
public final class EndpointsController implements Controller {
    private final ObjectStore store;
    private final Faults faults;

    public EndpointsController(ObjectStore store, Faults faults) {
        this.store = store;
        this.faults = faults;
    }

    @Override
    public String name() {
        return "endpoints-controller";
    }

    @Override
    public List<Key> affected(StoreEvent event) {
        if (!event.kind().sameResource(Kinds.POD)) {
            return Affected.self(event, Kinds.SERVICE);
        }
        return store.views(Kinds.SERVICE, event.namespace()).objects().stream()
                .filter(service -> selects(service, event.object())
                        || event.previous()
                                .filter(before -> selects(service, before))
                                .isPresent())
                .map(service -> new Key(Meta.namespace(service), Meta.name(service)))
                .toList();
    }

    private static boolean selects(ObjectNode service, ObjectNode pod) {
        JsonNode selector = service.path("spec").path("selector");
        return !selector.isEmpty() && Selectors.plain(selector, Meta.labels(pod));
    }

    @Override
    public Optional<Duration> reconcile(Key key) {
        ObjectNode service =
                store.get(Kinds.SERVICE, key.namespace(), key.name()).orElse(null);
        if (service == null) {
            remove(key);
            return Optional.empty();
        }
        if (service.path("spec").path("type").asText().equals("LoadBalancer")) {
            loadBalancer(service);
        }
        if (service.path("spec").path("selector").isEmpty()) {
            return Optional.empty();
        }
        boolean none = faults.strikes(
                FaultKind.SERVICE_HAS_NO_ENDPOINTS, Lineage.of(store, Kinds.SERVICE, service), Meta.uid(service));
        List<ObjectNode> pods = none ? List.of() : pods(service);
        write(service, pods);
        EndpointSlices.write(store, service, pods);
        return none ? Optional.of(Duration.ofSeconds(10)) : Optional.empty();
    }

    private List<ObjectNode> pods(ObjectNode service) {
        return store.views(Kinds.POD, Meta.namespace(service)).objects().stream()
                .filter(pod -> selects(service, pod)
                        && Pods.active(pod)
                        && pod.path("status").hasNonNull("podIP"))
                .sorted(Comparator.comparing(Meta::name))
                .toList();
    }

    private void write(ObjectNode service, List<ObjectNode> pods) {
        boolean early = service.path("spec").path("publishNotReadyAddresses").asBoolean();
        ArrayNode subsets = JsonNodeFactory.instance.arrayNode();
        if (!pods.isEmpty()) {
            ObjectNode subset = subsets.addObject();
            for (ObjectNode pod : pods) {
                String list = early || Pods.ready(pod) ? "addresses" : "notReadyAddresses";
                address(subset.withArray(list).addObject(), pod);
            }
            ports(subset.putArray("ports"), service, pods.get(0));
        }
        Objects.put(store, Kinds.ENDPOINTS, service, Meta.name(service), object -> object.set("subsets", subsets));
    }

    private static void address(ObjectNode entry, ObjectNode pod) {
        entry.put("ip", pod.path("status").path("podIP").asText());
        entry.put("nodeName", pod.path("spec").path("nodeName").asText());
        entry.putObject("targetRef")
                .put("kind", "Pod")
                .put("name", Meta.name(pod))
                .put("namespace", Meta.namespace(pod))
                .put("uid", Meta.uid(pod));
    }

    /** The service's ports as the pods serve them; named target ports are looked up. */
    static void ports(ArrayNode into, ObjectNode service, ObjectNode pod) {
        for (JsonNode port : service.path("spec").path("ports")) {
            ObjectNode entry = into.addObject();
            if (port.has("name")) {
                entry.put("name", port.path("name").asText());
            }
            entry.put("port", target(port, pod))
                    .put("protocol", port.path("protocol").asText("TCP"));
        }
    }

    private static int target(JsonNode port, ObjectNode pod) {
        JsonNode target = port.path("targetPort");
        if (!target.isTextual() || target.asText().matches("\\d+")) {
            return target.isMissingNode() ? port.path("port").asInt() : target.asInt();
        }
        for (JsonNode container : pod.path("spec").path("containers")) {
            for (JsonNode declared : container.path("ports")) {
                if (declared.path("name").asText().equals(target.asText())) {
                    return declared.path("containerPort").asInt();
                }
            }
        }
        return 0;
    }

    private void loadBalancer(ObjectNode service) {
        store.mutateStatus(Kinds.SERVICE, Meta.namespace(service), Meta.name(service), now -> {
            ObjectNode balancer = now.withObject("/status").withObject("/loadBalancer");
            if (!balancer.has("ingress")) {
                balancer.putArray("ingress")
                        .addObject()
                        .put("hostname", Meta.name(now) + "." + Meta.namespace(now) + ".lb.sandbox.local");
            }
            return now;
        });
    }

    private void remove(Key key) {
        try {
            store.delete(Kinds.ENDPOINTS, key.namespace(), key.name(), Deletion.BACKGROUND);
        } catch (StatusException gone) {
            // It never had any, or they went with the namespace.
            return;
        }
    }
}
