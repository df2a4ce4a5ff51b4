package io.slipway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.ApiFault;
import io.slipway.sandbox.api.AuditEvent;
import io.slipway.sandbox.api.AuditLog;
import io.slipway.sandbox.api.PodRuntime;
import io.slipway.sandbox.net.SimHttpServer;
import io.slipway.sandbox.net.SimResponse;
import io.slipway.sandbox.store.Kinds;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a sandbox has: a folder, scripted faults, the audit log. */
class SandboxTest {

    /** A pool of its own for each test: a later sandbox may get the port of an earlier one. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final String MAPS = "/api/v1/namespaces/default/configmaps";
    private static final SandboxOptions BARE = SandboxOptions.inMemory().withOnly(List.of());

    @TempDir
    Path folder;

    private HttpResponse<String> create(Sandbox sandbox, String name) throws IOException, InterruptedException {
        String body = "{\"metadata\": {\"name\": \"%s\"}}".formatted(name);
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.apiUrl() + MAPS))
                .header("Authorization", "Bearer " + sandbox.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aFolderKeepsObjectsTokenAndAudit() throws Exception {
        String token;
        try (Sandbox sandbox = Sandbox.start(BARE.keptIn(folder))) {
            token = sandbox.token();
            assertThat(create(sandbox, "kept").statusCode()).isEqualTo(201);
        }
        try (Sandbox sandbox = Sandbox.start(BARE.keptIn(folder))) {
            assertThat(sandbox.token()).isEqualTo(token);
            assertThat(create(sandbox, "kept").statusCode()).isEqualTo(409);
        }
        List<AuditEvent> creates = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("audit.jsonl"))) {
            creates.add(AuditLog.parse(line));
        }
        assertThat(creates).extracting(AuditEvent::code).containsExactly(201, 409);
        assertThat(creates).extracting(AuditEvent::name).containsOnly("kept");
        assertThat(creates).filteredOn(AuditEvent::wrote).hasSize(1);
    }

    @Test
    void faultsSpeakAsOftenAsTold() throws Exception {
        try (Sandbox sandbox = Sandbox.start(BARE)) {
            sandbox.faults().add(new ApiFault("create", "configmaps", "*", 2, new ApiFault.Answer(429, 1)));
            HttpResponse<String> refused = create(sandbox, "a");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(create(sandbox, "a").statusCode()).isEqualTo(429);
            assertThat(create(sandbox, "a").statusCode()).isEqualTo(201);
        }
    }

    @Test
    void aDroppedConnectionMayHaveWritten() throws Exception {
        try (Sandbox sandbox = Sandbox.start(BARE)) {
            sandbox.faults().add(new ApiFault("create", "configmaps", "*", 1, new ApiFault.Drop(true)));
            assertThatThrownBy(() -> create(sandbox, "written")).isInstanceOf(IOException.class);
            assertThat(create(sandbox, "written").statusCode()).isEqualTo(409);
            sandbox.faults().add(new ApiFault("create", "configmaps", "*", 1, new ApiFault.Drop(false)));
            assertThatThrownBy(() -> create(sandbox, "lost")).isInstanceOf(IOException.class);
            assertThat(create(sandbox, "lost").statusCode()).isEqualTo(201);
            assertThat(sandbox.audit().events(event -> event.verb().equals("create")))
                    .extracting(AuditEvent::code)
                    .containsExactly(201, 409, 0, 201);
        }
    }

    @Test
    void delaysAndConflicts() throws Exception {
        try (Sandbox sandbox = Sandbox.start(BARE)) {
            sandbox.faults().add(new ApiFault("create", "configmaps", "*", 1, new ApiFault.Conflict()));
            assertThat(create(sandbox, "a").statusCode()).isEqualTo(409);
            sandbox.faults()
                    .add(new ApiFault("create", "configmaps", "*", 1, new ApiFault.Delay(Duration.ofMillis(50))));
            long start = System.nanoTime();
            assertThat(create(sandbox, "a").statusCode()).isEqualTo(201);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
        }
    }

    @Test
    void aPaceBelowOneIsRefused() {
        assertThatThrownBy(() -> new SandboxClock(0.5)).hasMessage("pace is 0.5, it must be at least 1");
        assertThat(new SandboxClock(1000).real(Duration.ofMinutes(1))).isEqualTo(Duration.ofMillis(60));
    }

    /** Every port of every pod is a server that answers with the path it was asked for. */
    private static final class Echo implements SandboxExtension {
        private final SimHttpServer server = SimHttpServer.plain(request -> SimResponse.plain(200, request.path()));

        @Override
        public void start(SandboxContext context) {
            context.podRuntime(new PodRuntime() {
                @Override
                public Optional<InetSocketAddress> connect(String namespace, String pod, int port) {
                    return Optional.of(server.address());
                }
            });
        }

        @Override
        public void close() {
            server.close();
        }
    }

    @Test
    void aServiceMayBeCalledProxy() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory().withOnly(List.of(new Echo())))) {
            ObjectMapper json = new ObjectMapper();
            sandbox.store().create(Kinds.SERVICE, (ObjectNode) json.readTree("""
                    {"metadata": {"namespace": "default", "name": "proxy-web"}, "spec": {"selector": {"app": "web"}, "ports": [{"port": 80}]}}
                    """));
            sandbox.store().create(Kinds.POD, (ObjectNode) json.readTree("""
                    {"metadata": {"namespace": "default", "name": "web", "labels": {"app": "web"}},
                     "spec": {"containers": [{"name": "web", "image": "web:1"}]},
                     "status": {"conditions": [{"type": "Ready", "status": "True"}]}}
                    """));
            HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.apiUrl()
                            + "/api/v1/namespaces/default/services/proxy-web:80/proxy/some/proxy/path?q=1"))
                    .header("Authorization", "Bearer " + sandbox.token())
                    .build();
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).body())
                    .isEqualTo("/some/proxy/path");
        }
    }

    /** Of a kind of which nothing changes a watch has nothing to write, and would not notice for most of an hour. */
    @Test
    void aWatchEndsWithItsClient() throws Exception {
        try (Sandbox sandbox = Sandbox.start(BARE);
                Socket client =
                        new Socket(sandbox.apiUrl().getHost(), sandbox.apiUrl().getPort())) {
            client.setSoTimeout((int) Duration.ofMinutes(1).toMillis());
            String request = "GET /with-token/%s/api/v1/namespaces/default/pods?watch=true HTTP/1.1\r\nHost: x\r\n\r\n"
                    .formatted(sandbox.token());
            client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(client.getInputStream().readNBytes(15), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200 OK");
            client.shutdownOutput();
            assertThat(client.getInputStream().readAllBytes()).isNotEmpty();
        }
    }
}
