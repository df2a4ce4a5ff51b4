package io.slipway.sandbox.controllers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.kube.Pods;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import java.util.List;

/** The slice of a Service: one is enough for the sizes simulated here. */
final class EndpointSlices {
    private EndpointSlices() {}

    static void write(ObjectStore store, ObjectNode service, List<ObjectNode> pods) {
        String name = Meta.name(service) + "-" + Meta.uid(service).substring(0, 5);
        Objects.put(store, Kinds.ENDPOINT_SLICE, service, name, slice -> fill(slice, service, pods));
    }

    private static void fill(ObjectNode slice, ObjectNode service, List<ObjectNode> pods) {
        ObjectNode labels = slice.withObject("/metadata").withObject("/labels");
        labels.put("kubernetes.io/service-name", Meta.name(service));
        labels.put("endpointslice.kubernetes.io/managed-by", "endpointslice-controller.k8s.io");
        if (!slice.path("metadata").has("ownerReferences")) {
            Meta.own(slice, Kinds.SERVICE, service);
        }
        slice.put("addressType", "IPv4");
        var endpoints = slice.putArray("endpoints");
        for (ObjectNode pod : pods) {
            ObjectNode endpoint = endpoints.addObject();
            endpoint.putArray("addresses").add(pod.path("status").path("podIP").asText());
            boolean ready = Pods.ready(pod);
            endpoint.putObject("conditions")
                    .put("ready", ready)
                    .put("serving", ready)
                    .put("terminating", false);
            endpoint.put("nodeName", pod.path("spec").path("nodeName").asText());
            endpoint.putObject("targetRef")
                    .put("kind", "Pod")
                    .put("name", Meta.name(pod))
                    .put("namespace", Meta.namespace(pod))
                    .put("uid", Meta.uid(pod));
        }
        var ports = slice.putArray("ports");
        if (!pods.isEmpty()) {
            EndpointsController.ports(ports, service, pods.get(0));
        }
    }
}
