package io.slipway.activities.cluster.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.slipway.activities.cluster.Cluster;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A list of many pages that takes longer than the server keeps its history for. */
class ExpiredPageTest {
    private final AtomicBoolean expired = new AtomicBoolean(true);

    @Test
    void aListWhosePagesHaveExpiredBeginsAnew() throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                .build();
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build()) {
            assertThat(KubeApi.reading(client).list(Cluster.CONFIG_MAPS, "any", ListQuery.ALL))
                    .extracting(map -> map.at("/metadata/name").asText())
                    .containsExactly("one", "two");
        } finally {
            server.stop(0);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean second = exchange.getRequestURI().getQuery().contains("continue=more");
            boolean refused = second && expired.getAndSet(false);
            Map<String, Object> page = second ? page("two", "") : page("one", "more");
            byte[] text = Json.write(refused ? Map.of("reason", "Expired", "code", 410) : page)
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(refused ? 410 : 200, text.length);
            exchange.getResponseBody().write(text);
        }
    }

    private static Map<String, Object> page(String name, String more) {
        return Map.of("metadata", Map.of("continue", more), "items", List.of(Map.of("metadata", Map.of("name", name))));
    }
}
