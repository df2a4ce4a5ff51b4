package io.slipway.sandbox.router;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.controllers.Controller;
import io.slipway.sandbox.controllers.Key;
import io.slipway.sandbox.kube.EventRecorder;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StoreEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An ingress controller: takes up Ingresses of classes that are there, and publishes its address in their status. */
public final class IngressController implements Controller {
    private static final Duration AGAIN = Duration.ofSeconds(60);
    private static final String ADDRESS = "127.0.0.1";
    private static final String DEFAULT = "ingressclass.kubernetes.io/is-default-class";

    private final ObjectStore store;
    private final EventRecorder events;

    public IngressController(ObjectStore store) {
        this.store = store;
        this.events = new EventRecorder(store, "nginx-ingress-controller");
    }

    @Override
    public String name() {
        return "ingress-controller";
    }

    @Override
    public List<Key> affected(StoreEvent event) {
        return event.kind().sameResource(Kinds.INGRESS) ? List.of(new Key(event.namespace(), event.name())) : List.of();
    }

    static boolean admitted(JsonNode ingress) {
        return ingress.at("/status/loadBalancer/ingress").size() > 0;
    }

    @Override
    public Optional<Duration> reconcile(Key key) {
        ObjectNode ingress =
                store.view(Kinds.INGRESS, key.namespace(), key.name()).orElse(null);
        if (ingress == null || Meta.deleting(ingress) || admitted(ingress)) {
            return Optional.empty();
        }
        if (!isOurs(ingress)) {
            return Optional.of(AGAIN);
        }
        missingSecret(ingress)
                .ifPresent(name -> events.warning(
                        Kinds.INGRESS,
                        ingress,
                        "Sync",
                        "Error getting SSL certificate \"" + key.namespace() + "/" + name
                                + "\": local SSL certificate " + key.namespace() + "/" + name
                                + " was not found. Using default certificate"));
        events.normal(Kinds.INGRESS, ingress, "Sync", "Scheduled for sync");
        store.mutateStatus(Kinds.INGRESS, key.namespace(), key.name(), now -> {
            ObjectNode balancer = now.withObject("/status/loadBalancer");
            balancer.putArray("ingress").addObject().put("ip", ADDRESS);
            return now;
        });
        return Optional.empty();
    }

    private boolean isOurs(ObjectNode ingress) {
        String named = ingress.at("/spec/ingressClassName").asText("");
        return store.views(Kinds.INGRESS_CLASS, "").objects().stream()
                .anyMatch(each -> named.isEmpty()
                        ? Meta.annotations(each).getOrDefault(DEFAULT, "").equals("true")
                        : Meta.name(each).equals(named));
    }

    private Optional<String> missingSecret(ObjectNode ingress) {
        return ingress.at("/spec/tls")
                .valueStream()
                .map(tls -> tls.path("secretName").asText(""))
                .filter(name -> !name.isEmpty())
                .filter(name ->
                        store.view(Kinds.SECRET, Meta.namespace(ingress), name).isEmpty())
                .findFirst();
    }
}
