package io.slipway.activities.cluster.kinds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.slipway.activities.cluster.api.KubeApi;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An API server that serves some groups by other servers, one of which is away, such as that of the metrics. */
class KindsTest {
    private final AtomicInteger askedInVain = new AtomicInteger();
    private HttpServer server;
    private KubernetesClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(Config.empty()).withMasterUrl(url).build())
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, Object> body = switch (exchange.getRequestURI().getPath()) {
                case "/apis" -> Map.of("groups", List.of(group("metrics.k8s.io/v1beta1"), group("shop.io/v1")));
                case "/apis/shop.io/v1" ->
                    Map.of("resources", List.of(Map.of("name", "carts", "kind", "Cart", "namespaced", true)));
                case "/apis/metrics.k8s.io/v1beta1" -> Map.of("code", 503);
                default -> Map.of("code", 404);
            };
            int code = body.get("code") instanceof Integer refused ? refused : 200;
            if (code == 503) {
                askedInVain.incrementAndGet();
            }
            byte[] text = Json.write(body).getBytes(UTF_8);
            exchange.sendResponseHeaders(code, text.length);
            exchange.getResponseBody().write(text);
        }
    }

    private static Map<String, Object> group(String version) {
        return Map.of("preferredVersion", Map.of("groupVersion", version));
    }

    @Test
    @Timeout(60)
    void aGroupWhoseServerIsAwayKeepsNobodyFromTheKindsOfOthers() throws InterruptedException {
        Kinds kinds = new Kinds(KubeApi.reading(client));
        assertThat(kinds.called("cart").apiVersion()).isEqualTo("shop.io/v1");
        assertThat(askedInVain).hasValue(1);
    }
}
