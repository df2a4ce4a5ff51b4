package io.slipway.cli.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class HealthTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void readinessFollowsTheWorkerAndLivenessDoesNot() throws Exception {
        AtomicBoolean ready = new AtomicBoolean(true);
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (Health health = Health.serve(free, ready::get)) {
            String address = health.address().orElseThrow();
            assertThat(address).startsWith("http://127.0.0.1:");
            assertThat(status(address + "/readyz")).isEqualTo(200);
            ready.set(false);
            assertThat(status(address + "/readyz")).isEqualTo(503);
            assertThat(status(address + "/livez")).isEqualTo(200);
        }
    }

    private int status(String address) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
