package io.slipway.sandbox.router;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.controllers.Controller;
import io.slipway.sandbox.controllers.Key;
import io.slipway.sandbox.faults.Fault;
import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.faults.Faults;
import io.slipway.sandbox.kube.Conditions;
import io.slipway.sandbox.kube.Lineage;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StoreEvent;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives Routes their host and admits them, unless another one has claimed it before. */
public final class RouteController implements Controller {
    private static final Duration RETRY = Duration.ofSeconds(15);

    private final ObjectStore store;
    private final Faults faults;
    private final RouteClaims claims;

    public RouteController(ObjectStore store, Faults faults) {
        this.store = store;
        this.faults = faults;
        this.claims = new RouteClaims(store);
    }

    @Override
    public String name() {
        return "route-controller";
    }

    @Override
    public List<Key> affected(StoreEvent event) {
        if (!event.kind().sameResource(Kinds.ROUTE)) {
            return List.of();
        }
        Set<String> hosts = new HashSet<>(List.of(RouteClaims.host(event.object())));
        event.previous().map(RouteClaims::host).ifPresent(hosts::add);
        return hosts.stream()
                .flatMap(host -> claims.of(host).stream())
                .map(route -> new Key(Meta.namespace(route), Meta.name(route)))
                .toList();
    }

    static boolean admitted(JsonNode route) {
        return Conditions.isTrue(route.path("status").path("ingress").path(0), "Admitted");
    }

    @Override
    public Optional<Duration> reconcile(Key key) {
        ObjectNode route = store.get(Kinds.ROUTE, key.namespace(), key.name()).orElse(null);
        if (route == null || Meta.deleting(route)) {
            return Optional.empty();
        }
        String host = RouteClaims.host(route);
        Optional<Fault> fault =
                faults.strike(FaultKind.ROUTE_NOT_ADMITTED, Lineage.of(store, Kinds.ROUTE, route), Meta.uid(route));
        Optional<String> refusal = claims.refusal(route);
        String claimed = refusal.isPresent() ? "HostAlreadyClaimed" : "";
        String reason = fault.map(one -> one.arg(0, "HostAlreadyClaimed")).orElse(claimed);
        store.mutate(Kinds.ROUTE, key.namespace(), key.name(), now -> {
            ObjectNode spec = now.withObject("/spec").put("host", host);
            if (!spec.has("wildcardPolicy")) {
                spec.put("wildcardPolicy", "None");
            }
            ObjectNode ingress = ingress(now.withObject("/status"));
            ingress.put("host", host).put("routerName", "default").put("wildcardPolicy", "None");
            ingress.put("routerCanonicalHostname", "router-default." + Router.DOMAIN);
            String message = reason.isEmpty()
                    ? ""
                    : refusal.orElse("a route in another namespace holds " + host + " and is older than " + key.name());
            Conditions.set(ingress, "Admitted", reason.isEmpty(), reason, message);
            return now;
        });
        return reason.isEmpty() ? Optional.empty() : Optional.of(RETRY);
    }

    private static ObjectNode ingress(ObjectNode status) {
        var all = status.withArray("ingress");
        return all.isEmpty() ? all.addObject() : (ObjectNode) all.get(0);
    }
}
