package io.slipway.sandbox.api.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.StoreReader;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Gives services their cluster addresses (10.96.0.0/16) and node ports. */
final class ServiceAddresses {

    private static final int BLOCK = 256;

    private ServiceAddresses() {}

    static void complete(StoreReader store, ObjectNode service, Optional<ObjectNode> previous) {
        if (!(service.get("spec") instanceof ObjectNode spec)
                || spec.path("type").asText().equals("ExternalName")) {
            return;
        }
        previous.ifPresent(old -> keep(old.path("spec"), spec));
        if (spec.path("clusterIP").asText("").isEmpty()) {
            spec.put("clusterIP", freeAddress(store));
        }
        spec.putArray("clusterIPs").add(spec.get("clusterIP"));
        if (!spec.has("ipFamilies")) {
            spec.putArray("ipFamilies").add("IPv4");
        }
        if (!spec.has("ipFamilyPolicy")) {
            spec.put("ipFamilyPolicy", "SingleStack");
        }
        String type = spec.path("type").asText();
        if (type.equals("NodePort") || type.equals("LoadBalancer")) {
            NodePorts.complete(store, service, previous);
        }
    }

    /** A client that sends no address means the one the service has. */
    private static void keep(JsonNode old, ObjectNode spec) {
        for (String field : new String[] {"clusterIP", "ipFamilies", "ipFamilyPolicy"}) {
            if (!spec.has(field) && old.has(field)) {
                spec.set(field, old.get(field));
            }
        }
    }

    private static String freeAddress(StoreReader store) {
        Set<String> taken = new HashSet<>();
        store.views(Kinds.SERVICE, "")
                .objects()
                .forEach(one -> taken.add(one.at("/spec/clusterIP").asText()));
        IntPredicate free = number -> !taken.contains(address(number));
        return address(IntStream.range(BLOCK + 1, BLOCK * BLOCK)
                .filter(free)
                .findFirst()
                .orElseThrow());
    }

    private static String address(int number) {
        return "10.96." + number / BLOCK + "." + number % BLOCK;
    }
}
