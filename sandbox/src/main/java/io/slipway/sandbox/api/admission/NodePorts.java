package io.slipway.sandbox.api.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.Status;
import io.slipway.sandbox.store.StatusException;
import io.slipway.sandbox.store.StoreReader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The node ports of services: 30000 to 32767, each of one service only. */
final class NodePorts {

    private static final int FIRST = 30000;
    private static final int LAST = 32767;
    private static final String PORT = "nodePort";

    private NodePorts() {}

    static void complete(StoreReader store, ObjectNode service, Optional<ObjectNode> previous) {
        Set<Integer> taken = ofOthers(store, service);
        int index = 0;
        for (JsonNode one : service.at("/spec/ports")) {
            String field = "spec.ports[%d].nodePort".formatted(index++);
            if (one instanceof ObjectNode port) {
                int wanted = port.path(PORT).asInt();
                if (wanted != 0) {
                    check(service, field, wanted, taken);
                } else {
                    port.put(PORT, before(previous, port).orElseGet(() -> free(taken)));
                }
                taken.add(port.path(PORT).asInt());
            }
        }
    }

    private static Set<Integer> ofOthers(StoreReader store, ObjectNode service) {
        Set<Integer> taken = new HashSet<>();
        store.views(Kinds.SERVICE, "").objects().stream()
                .filter(other -> !Meta.uid(other).equals(Meta.uid(service)))
                .forEach(other -> other.at("/spec/ports")
                        .forEach(port -> taken.add(port.path(PORT).asInt())));
        return taken;
    }

    private static void check(ObjectNode service, String field, int wanted, Set<Integer> taken) {
        if (wanted < FIRST || wanted > LAST) {
            throw refusal(
                    service,
                    field,
                    wanted,
                    "provided port is not in the valid range. The range of valid ports is %d-%d"
                            .formatted(FIRST, LAST));
        }
        if (taken.contains(wanted)) {
            throw refusal(service, field, wanted, "provided port is already allocated");
        }
    }

    private static StatusException refusal(ObjectNode service, String field, int port, String why) {
        Status.Cause cause = new Status.Cause("FieldValueInvalid", "Invalid value: %d: %s".formatted(port, why), field);
        return Refusals.invalid(Kinds.SERVICE, Meta.name(service), List.of(cause));
    }

    /** A client that sends no node port means the one that the port has. */
    private static Optional<Integer> before(Optional<ObjectNode> previous, ObjectNode port) {
        return previous.flatMap(old -> old.at("/spec/ports")
                .valueStream()
                .filter(one -> one.path("port").equals(port.path("port"))
                        && one.path("protocol").equals(port.path("protocol"))
                        && one.has(PORT))
                .map(one -> one.path(PORT).asInt())
                .findFirst());
    }

    private static int free(Set<Integer> taken) {
        return IntStream.rangeClosed(FIRST, LAST)
                .filter(number -> !taken.contains(number))
                .findFirst()
                .orElseThrow();
    }
}
