package io.slipway.sandbox.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.LocalPortForward;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import io.slipway.sandbox.Sandbox;
import io.slipway.sandbox.SandboxOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.awaitility.Durations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Fabric8 with the JDK's HTTP client. */
@Timeout(60)
class Fabric8Test {

    private static Sandbox sandbox;
    private static KubernetesClient client;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.inMemory());
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(sandbox.apiUrl().toString())
                .withOauthToken(sandbox.token())
                .withNamespace("default")
                .build();
        client = new KubernetesClientBuilder().withConfig(config).build();
    }

    @AfterAll
    static void stop() {
        client.close();
        sandbox.close();
    }

    private static ConfigMap map(String name, String value) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withData(Map.of("k", value))
                .build();
    }

    @Test
    void appliesWithConflictsAndForce() {
        client.resource(map("apply", "1")).fieldManager("one").serverSideApply();
        Assertions.assertThatThrownBy(() ->
                        client.resource(map("apply", "2")).fieldManager("two").serverSideApply())
                .isInstanceOfSatisfying(KubernetesClientException.class, refused -> {
                    assertThat(refused.getCode()).isEqualTo(409);
                    assertThat(refused.getStatus()
                                    .getDetails()
                                    .getCauses()
                                    .getFirst()
                                    .getField())
                            .isEqualTo(".data.k");
                });
        ConfigMap forced = client.resource(map("apply", "2"))
                .fieldManager("two")
                .forceConflicts()
                .serverSideApply();
        assertThat(forced.getData()).containsEntry("k", "2");
        assertThat(sandbox.audit().events(event -> event.name().equals("apply") && event.wrote()))
                .hasSize(2);
    }

    @Test
    void watchesOverWebSocketOrHttp() {
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        Watcher<ConfigMap> watcher = new Watcher<>() {
            @Override
            public void eventReceived(Action action, ConfigMap map) {
                seen.add(action + " " + map.getMetadata().getName());
            }

            @Override
            public void onClose(WatcherException cause) {
                seen.add("closed");
            }
        };
        try (var watch = client.configMaps().withName("seen").watch(watcher)) {
            assertThat(watch).isNotNull();
            client.resource(map("seen", "1")).create();
            client.resource(map("seen", "2")).update();
            client.configMaps().withName("seen").delete();
            await().atMost(Durations.ONE_MINUTE)
                    .untilAsserted(() -> assertThat(seen).contains("ADDED seen", "MODIFIED seen", "DELETED seen"));
        }
    }

    @Test
    void informersSeeEverything() {
        try (var informer = client.configMaps().inNamespace("default").inform()) {
            client.resource(map("informed", "1")).create();
            await().atMost(Durations.ONE_MINUTE)
                    .untilAsserted(() -> assertThat(informer.getStore().list())
                            .extracting(one -> one.getMetadata().getName())
                            .contains("informed"));
        }
    }

    @Test
    void unknownKindsAreFoundByDiscovery() {
        GenericKubernetesResource route = new GenericKubernetesResourceBuilder()
                .withApiVersion("route.openshift.io/v1")
                .withKind("Route")
                .withNewMetadata()
                .withName("r")
                .endMetadata()
                .addToAdditionalProperties("spec", Map.of("to", Map.of("name", "svc")))
                .build();
        client.resource(route).fieldManager("me").serverSideApply();
        assertThat(client.genericKubernetesResources("route.openshift.io/v1", "Route")
                        .withName("r")
                        .get())
                .isNotNull();
    }

    @Test
    void podsRunAndCanBeReached() throws Exception {
        Pod pod = new PodBuilder()
                .withNewMetadata()
                .withName("web")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("c")
                .withImage("nginx:1.27")
                .addNewPort()
                .withContainerPort(80)
                .endPort()
                .endContainer()
                .endSpec()
                .build();
        client.resource(pod).create();
        client.pods().withName("web").waitUntilReady(10, TimeUnit.SECONDS);
        await().atMost(Durations.ONE_MINUTE)
                .untilAsserted(
                        () -> assertThat(client.pods().withName("web").getLog()).isNotEmpty());

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ExecWatch exec = client.pods().withName("web").writingOutput(out).exec("sh", "-c", "echo hello; exit 4")) {
            assertThat(exec.exitCode().get(10, TimeUnit.SECONDS)).isEqualTo(4);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("hello\n");

        try (LocalPortForward forward = client.pods().withName("web").portForward(80)) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + forward.getLocalPort() + "/"))
                    .build();
            HttpResponse<String> response = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
        }
        assertThat(client.raw("/api/v1/namespaces/default/pods/web:80/proxy/")).isNotEmpty();
    }
}
