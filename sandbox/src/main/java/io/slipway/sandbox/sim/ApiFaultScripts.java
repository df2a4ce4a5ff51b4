package io.slipway.sandbox.sim;

import io.slipway.sandbox.api.ApiFault;
import io.slipway.sandbox.api.ApiFaults;
import io.slipway.sandbox.faults.Fault;
import io.slipway.sandbox.faults.FaultTarget;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Hands faults of the API server on to it. */
final class ApiFaultScripts {
    private static final Map<String, String> IRREGULAR = Map.of(
            "networkpolicy",
            "networkpolicies",
            "ingress",
            "ingresses",
            "storageclass",
            "storageclasses",
            "endpoints",
            "endpoints");

    private ApiFaultScripts() {}

    static void arm(List<Fault> faults, ApiFaults api) {
        for (Fault fault : faults) {
            String resource = "*";
            String name = "*";
            if (fault.target() instanceof FaultTarget.Named named) {
                resource = plural(named.kind());
                name = named.name();
            }
            arm(fault, resource, name, api);
        }
    }

    private static void arm(Fault fault, String resource, String name, ApiFaults api) {
        switch (fault.kind()) {
            case API_ERROR ->
                api.add(new ApiFault("*", resource, name, fault.times(), new ApiFault.Answer(fault.number(0, 503), 1)));
            case API_DROP -> api.add(new ApiFault("*", resource, name, fault.times(), new ApiFault.Drop(false)));
            case API_SLOW ->
                api.add(new ApiFault(
                        "*",
                        resource,
                        name,
                        fault.times(),
                        new ApiFault.Delay(fault.duration(0, Duration.ofSeconds(2)))));
            case FORBIDDEN ->
                api.add(new ApiFault(
                        fault.arg(0, "*"), fault.arg(1, resource), name, fault.times(), new ApiFault.Answer(403, 0)));
            case CONFLICT -> api.add(new ApiFault("patch", resource, name, fault.times(), new ApiFault.Conflict()));
            default -> {
                // Faults of the cluster are asked where they strike.
            }
        }
    }

    private static String plural(String kind) {
        return kind.contains("*") ? kind : IRREGULAR.getOrDefault(kind, kind + "s");
    }
}
