package io.slipway.activities.validate.probes;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.model.action.Probe.SecretProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for keys of a Secret. The values stay in the answer of the API server: only their lengths are looked at. */
final class SecretAsker implements Asker<SecretProbe> {
    @Override
    public String subject(SecretProbe probe) {
        return "secret/" + probe.name();
    }

    @Override
    public String rule(SecretProbe probe) {
        return "secret/" + probe.name() + " exists"
                + (probe.keys().isEmpty() ? "" : " and has " + String.join(", ", probe.keys()));
    }

    @Override
    public String byHand(SecretProbe probe, String namespace) {
        return "kubectl describe secret " + probe.name() + " -n "
                + probe.namespace().orElse(namespace);
    }

    @Override
    public Calls calls(SecretProbe probe, Reach reach) {
        return Calls.on(Cluster.SECRETS, reach.namespace(probe.namespace()), "get");
    }

    @Override
    public Seen ask(SecretProbe probe, Reach reach) throws InterruptedException {
        String namespace = reach.namespace(probe.namespace());
        Optional<JsonNode> secret = reach.get("secrets", namespace, probe.name());
        String place = "secret/" + probe.name() + " in namespace " + namespace;
        if (secret.isEmpty()) {
            return Seen.nothing(
                    "not found",
                    place + " does not exist",
                    "create it" + (probe.keys().isEmpty() ? "" : " with the keys " + String.join(", ", probe.keys()))
                            + ", for example with the verb secret");
        }
        List<String> keys = filled(secret.get().path("data"));
        List<String> missing =
                probe.keys().stream().filter(key -> !keys.contains(key)).toList();
        Seen seen = Seen.good(Map.of("keys", List.copyOf(keys)), "keys: " + String.join(", ", keys));
        return missing.isEmpty()
                ? seen
                : seen.lacks(
                        place + " has no value for " + String.join(", ", missing),
                        "add the missing keys; the pods that use them must be restarted afterwards");
    }

    private static List<String> filled(JsonNode data) {
        List<String> keys = new ArrayList<>();
        data.properties().forEach(entry -> {
            if (!entry.getValue().asText("").isEmpty()) {
                keys.add(entry.getKey());
            }
        });
        return keys;
    }
}
