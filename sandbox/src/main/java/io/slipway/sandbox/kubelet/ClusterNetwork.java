package io.slipway.sandbox.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.faults.Faults;
import io.slipway.sandbox.faults.Subject;
import io.slipway.sandbox.kube.Lineage;
import io.slipway.sandbox.net.Dial;
import io.slipway.sandbox.net.Network;
import io.slipway.sandbox.net.SimResponse;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import java.util.Optional;

/** DNS, Services and pod addresses. */
final class ClusterNetwork implements Network {
    private static final String API_ADDRESS = "172.30.0.1";

    private final ObjectStore store;
    private final RunningContainers running;
    private final Faults faults;

    ClusterNetwork(ObjectStore store, RunningContainers running, Faults faults) {
        this.store = store;
        this.running = running;
        this.faults = faults;
    }

    @Override
    public Dial dial(Origin from, String host, int port) {
        if (host.equals("localhost") || host.equals("127.0.0.1") || host.equals(from.pod())) {
            return pod(from, from.namespace(), from.pod(), host, "127.0.0.1", port, Optional.empty());
        }
        if (host.matches("\\d+\\.\\d+\\.\\d+\\.\\d+")) {
            return address(from, host, port);
        }
        Optional<ServiceName> name = ServiceName.read(host, from.namespace());
        if (name.filter(one ->
                        one.service().equals("kubernetes") && one.namespace().equals("default"))
                .isPresent()) {
            return api();
        }
        Optional<ObjectNode> service = name.flatMap(one -> store.view(Kinds.SERVICE, one.namespace(), one.service()));
        if (service.isEmpty() || hidden(from, service.get())) {
            return new Dial.Unresolved(host);
        }
        return service(from, service.get(), name.get().pod(), host, port);
    }

    private static Dial api() {
        return new Dial.Connected(
                request ->
                        SimResponse.plain(401, "Unauthorized: ask the API server of the sandbox by its own address\n"),
                API_ADDRESS);
    }

    private boolean hidden(Origin from, ObjectNode service) {
        return faults.any(FaultKind.DNS_FAILS)
                && (faults.strikes(FaultKind.DNS_FAILS, Lineage.of(store, Kinds.SERVICE, service), "dns")
                        || client(from)
                                .filter(pod -> faults.strikes(FaultKind.DNS_FAILS, pod, "dns"))
                                .isPresent());
    }

    private Optional<Subject> client(Origin from) {
        return store.view(Kinds.POD, from.namespace(), from.pod()).map(pod -> Lineage.of(store, Kinds.POD, pod));
    }

    private Dial address(Origin from, String address, int port) {
        for (ObjectNode service : store.views(Kinds.SERVICE, "").objects()) {
            if (service.path("spec").path("clusterIP").asText().equals(address)) {
                return service(from, service, "", address, port);
            }
        }
        for (ObjectNode pod : store.views(Kinds.POD, "").objects()) {
            if (pod.path("status").path("podIP").asText().equals(address)) {
                return pod(from, Meta.namespace(pod), Meta.name(pod), address, address, port, Optional.empty());
            }
        }
        return new Dial.Refused(address, address, port);
    }

    private Dial service(Origin from, ObjectNode service, String podName, String host, int port) {
        boolean headless = service.path("spec").path("clusterIP").asText().equals("None");
        String address = headless ? "" : service.path("spec").path("clusterIP").asText("");
        JsonNode endpoints = store.view(Kinds.ENDPOINTS, Meta.namespace(service), Meta.name(service))
                .<JsonNode>map(node -> node)
                .orElse(MissingNode.getInstance());
        for (JsonNode subset : endpoints.path("subsets")) {
            int target = headless ? port : targetPort(service, subset, port);
            for (JsonNode ready : subset.path("addresses")) {
                String pod = ready.path("targetRef").path("name").asText();
                if (target > 0 && (podName.isEmpty() || podName.equals(pod))) {
                    String shown = headless ? ready.path("ip").asText() : address;
                    return pod(from, Meta.namespace(service), pod, host, shown, target, Optional.of(service));
                }
            }
        }
        return headless ? new Dial.Unresolved(host) : new Dial.Refused(host, address, port);
    }

    private static int targetPort(JsonNode service, JsonNode subset, int port) {
        for (JsonNode entry : service.path("spec").path("ports")) {
            if (entry.path("port").asInt() == port) {
                return portNamed(subset, entry.path("name").asText(""));
            }
        }
        return -1;
    }

    private static int portNamed(JsonNode subset, String name) {
        for (JsonNode entry : subset.path("ports")) {
            if (entry.path("name").asText("").equals(name)) {
                return entry.path("port").asInt();
            }
        }
        return -1;
    }

    private Dial pod(
            Origin from,
            String namespace,
            String pod,
            String host,
            String address,
            int port,
            Optional<ObjectNode> service) {
        return running.ofPod(namespace, pod)
                .filter(one -> !cutOff(from, one, service))
                .flatMap(one -> one.workload().endpoint(one.container(), port).stream())
                .findFirst()
                .<Dial>map(endpoint -> new Dial.Connected(endpoint, address))
                .orElseGet(() -> new Dial.Refused(host, address, port));
    }

    private boolean cutOff(Origin from, RunningContainers.Running server, Optional<ObjectNode> service) {
        Optional<FaultKind> kind = server.workload().cutOffBy().filter(faults::any);
        if (kind.isEmpty()) {
            return false;
        }
        Subject pod = Lineage.of(store, Kinds.POD, server.container().pod());
        return faults.strikes(kind.get(), pod, "connection")
                || client(from)
                        .filter(one -> faults.strikes(kind.get(), one, "connection"))
                        .isPresent()
                || service.filter(
                                one -> faults.strikes(kind.get(), Lineage.of(store, Kinds.SERVICE, one), "connection"))
                        .isPresent();
    }
}
