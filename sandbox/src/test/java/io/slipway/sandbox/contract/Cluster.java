package io.slipway.sandbox.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.slipway.sandbox.Sandbox;
import io.slipway.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The server under test: an address and a token. */
record Cluster(String api, String token) {

    private static final Cluster CURRENT = current();

    static Cluster get() {
        return CURRENT;
    }

    ApiClient client() {
        return new ApiClient(api, token, "");
    }

    ApiClient as(String user) {
        return new ApiClient(api, token, user);
    }

    KubernetesClient fabric8() {
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(api)
                .withOauthToken(token)
                .withNamespace("default")
                .build();
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    /** A new namespace, furnished. */
    String namespace() {
        String name = "t-" + UUID.randomUUID().toString().substring(0, 8).toLowerCase(Locale.ROOT);
        JsonNode created = client().post("/api/v1/namespaces", "{'metadata': {'name': '%s'}}".formatted(name))
                .ok();
        return created.at("/metadata/name").asText();
    }

    private static Cluster current() {
        String api = System.getProperty("contract.api", "");
        return api.isEmpty() ? sandbox() : new Cluster(api, System.getProperty("contract.token"));
    }

    /** One sandbox for all tests of this JVM; it ends with the JVM. */
    private static Cluster sandbox() {
        try {
            Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory().withOnly(List.of()));
            return new Cluster(sandbox.apiUrl().toString(), sandbox.token());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
