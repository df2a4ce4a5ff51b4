package io.slipway.sandbox.router;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.controllers.Controller;
import io.slipway.sandbox.controllers.Key;
import io.slipway.sandbox.kube.Conditions;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StoreEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Accepts HTTPRoutes at Gateways that are programmed, and sees that their Services are there. */
public final class HttpRouteController implements Controller {
    private static final Duration AGAIN = Duration.ofSeconds(60);

    private final ObjectStore store;

    public HttpRouteController(ObjectStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "http-route-controller";
    }

    @Override
    public List<Key> affected(StoreEvent event) {
        return event.kind().sameResource(GatewayKinds.ROUTE)
                ? List.of(new Key(event.namespace(), event.name()))
                : List.of();
    }

    static boolean accepted(JsonNode route) {
        JsonNode parent = route.at("/status/parents/0");
        return Conditions.isTrue(parent, "Accepted") && Conditions.isTrue(parent, "ResolvedRefs");
    }

    @Override
    public Optional<Duration> reconcile(Key key) {
        ObjectNode route =
                store.view(GatewayKinds.ROUTE, key.namespace(), key.name()).orElse(null);
        if (route == null || Meta.deleting(route) || accepted(route)) {
            return Optional.empty();
        }
        JsonNode parent = route.at("/spec/parentRefs/0");
        Optional<ObjectNode> gateway = store.view(
                GatewayKinds.GATEWAY,
                parent.path("namespace").asText(key.namespace()),
                parent.path("name").asText());
        if (gateway.filter(GatewayController::programmed).isEmpty()) {
            return Optional.of(AGAIN);
        }
        String backend = route.at("/spec/rules/0/backendRefs/0/name").asText();
        boolean resolved = store.view(Kinds.SERVICE, key.namespace(), backend).isPresent();
        store.mutateStatus(GatewayKinds.ROUTE, key.namespace(), key.name(), now -> {
            var parents = now.withObject("/status").putArray("parents");
            ObjectNode status = parents.addObject().put("controllerName", "sandbox.slipway.io/gateway");
            status.set("parentRef", parent);
            Conditions.set(status, "Accepted", true, "Accepted", "Route is accepted");
            Conditions.set(
                    status,
                    "ResolvedRefs",
                    resolved,
                    resolved ? "ResolvedRefs" : "BackendNotFound",
                    resolved ? "" : "Service " + key.namespace() + "/" + backend + " not found");
            return now;
        });
        return resolved ? Optional.empty() : Optional.of(AGAIN);
    }
}
