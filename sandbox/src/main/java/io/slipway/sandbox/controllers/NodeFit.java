package io.slipway.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.kube.Conditions;
import io.slipway.sandbox.kube.Pods;
import io.slipway.sandbox.kube.Quantities;
import io.slipway.sandbox.kube.Selectors;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which node takes a pod.
 *
 * @param best the node with the most CPU left, empty when none fits
 * @param nodes how many nodes there are
 * @param message why none fits, in the scheduler's words
 */
record NodeFit(Optional<String> best, int nodes, String message) {
    static NodeFit of(ObjectStore store, ObjectNode pod) {
        List<ObjectNode> nodes = store.views(Kinds.NODE, "").objects();
        Map<String, Integer> reasons = new TreeMap<>();
        String best = null;
        BigDecimal mostLeft = BigDecimal.ONE.negate();
        for (ObjectNode node : nodes) {
            Optional<String> why = refusal(store, node, pod);
            BigDecimal left = free(store, node, "cpu");
            if (why.isPresent()) {
                reasons.merge(why.get(), 1, Integer::sum);
            } else if (left.compareTo(mostLeft) > 0) {
                best = Meta.name(node);
                mostLeft = left;
            }
        }
        return new NodeFit(Optional.ofNullable(best), nodes.size(), message(nodes.size(), reasons));
    }

    private static String message(int nodes, Map<String, Integer> reasons) {
        StringBuilder text = new StringBuilder("0/" + nodes + " nodes are available: ");
        reasons.forEach(
                (reason, count) -> text.append(count).append(' ').append(reason).append(", "));
        return text.replace(text.length() - 2, text.length(), ".").toString();
    }

    static String tooSmall(int nodes, String resource) {
        return "0/" + nodes + " nodes are available: " + nodes + " Insufficient " + resource + ".";
    }

    private static Optional<String> refusal(ObjectStore store, ObjectNode node, ObjectNode pod) {
        if (!Conditions.isTrue(node.path("status"), "Ready")) {
            return Optional.of("node(s) had untolerated taint {node.kubernetes.io/unreachable: }");
        }
        if (!Selectors.plain(pod.path("spec").path("nodeSelector"), Meta.labels(node))) {
            return Optional.of("node(s) didn't match Pod's node affinity/selector");
        }
        for (String resource : List.of("cpu", "memory")) {
            if (requests(pod, resource).compareTo(free(store, node, resource)) > 0) {
                return Optional.of("Insufficient " + resource);
            }
        }
        return Optional.empty();
    }

    private static BigDecimal free(ObjectStore store, ObjectNode node, String resource) {
        BigDecimal free =
                Quantities.parse(node.path("status").path("allocatable").path(resource));
        for (ObjectNode pod : store.views(Kinds.POD, "").objects()) {
            if (pod.path("spec").path("nodeName").asText().equals(Meta.name(node)) && !Pods.finished(pod)) {
                free = free.subtract(requests(pod, resource));
            }
        }
        return free;
    }

    /** The sum over the containers, or the largest init container when that is more. */
    static BigDecimal requests(JsonNode pod, String resource) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode container : pod.path("spec").path("containers")) {
            sum = sum.add(request(container, resource));
        }
        for (JsonNode container : pod.path("spec").path("initContainers")) {
            sum = sum.max(request(container, resource));
        }
        return sum;
    }

    private static BigDecimal request(JsonNode container, String resource) {
        JsonNode resources = container.path("resources");
        JsonNode wanted = resources.path("requests").path(resource);
        return Quantities.parse(
                wanted.isMissingNode() ? resources.path("limits").path(resource) : wanted);
    }
}
