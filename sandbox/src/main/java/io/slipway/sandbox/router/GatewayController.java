package io.slipway.sandbox.router;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.controllers.Controller;
import io.slipway.sandbox.controllers.Key;
import io.slipway.sandbox.kube.Conditions;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StoreEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Accepts GatewayClasses, and programs Gateways whose class is there. */
public final class GatewayController implements Controller {
    private static final Duration AGAIN = Duration.ofSeconds(60);

    private final ObjectStore store;

    public GatewayController(ObjectStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "gateway-controller";
    }

    @Override
    public List<Key> affected(StoreEvent event) {
        boolean ours =
                event.kind().sameResource(GatewayKinds.GATEWAY) || event.kind().sameResource(GatewayKinds.CLASS);
        return ours ? List.of(new Key(event.namespace(), event.name())) : List.of();
    }

    static boolean programmed(ObjectNode gateway) {
        return Conditions.isTrue(gateway.path("status"), "Programmed");
    }

    @Override
    public Optional<Duration> reconcile(Key key) {
        if (key.namespace().isEmpty()) {
            accept(key.name());
            return Optional.empty();
        }
        ObjectNode gateway =
                store.view(GatewayKinds.GATEWAY, key.namespace(), key.name()).orElse(null);
        if (gateway == null || Meta.deleting(gateway) || programmed(gateway)) {
            return Optional.empty();
        }
        String named = gateway.at("/spec/gatewayClassName").asText("");
        if (store.view(GatewayKinds.CLASS, "", named).isEmpty()) {
            return Optional.of(AGAIN);
        }
        store.mutateStatus(GatewayKinds.GATEWAY, key.namespace(), key.name(), now -> {
            ObjectNode status = now.withObject("/status");
            Conditions.set(status, "Accepted", true, "Accepted", "The Gateway has been scheduled");
            Conditions.set(status, "Programmed", true, "Programmed", "Address assigned to the Gateway");
            status.putArray("addresses").addObject().put("type", "IPAddress").put("value", "127.0.0.1");
            return now;
        });
        return Optional.empty();
    }

    private void accept(String gatewayClass) {
        store.mutateStatus(GatewayKinds.CLASS, "", gatewayClass, now -> {
            Conditions.set(now.withObject("/status"), "Accepted", true, "Accepted", "Handled by the sandbox");
            return now;
        });
    }
}
