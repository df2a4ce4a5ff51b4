package io.slipway.activities.cluster.keepalive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.watch.Bell;
import io.slipway.activities.cluster.watch.WatchedKind;
import io.slipway.activities.cluster.watch.Watches;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections over which nothing comes back any more, although they are open. */
class KeepAliveTest {
    private static final ApiKind CONFIG_MAPS = ApiKind.namespaced("v1", "ConfigMap", "configmaps");
    private static final Patience SHORT = new Patience(Duration.ofMillis(500), Duration.ofMillis(1500));

    private static final Duration LONG = Duration.ofSeconds(60);

    private TestCluster cluster;
    private StallingProxy proxy;
    private KubernetesClient client;

    @BeforeEach
    void start() throws IOException {
        cluster = TestCluster.bare();
        Config config = Config.fromKubeconfig(cluster.sandbox().kubeconfig());
        URI server = URI.create(config.getMasterUrl());
        proxy = new StallingProxy(new InetSocketAddress(server.getHost(), server.getPort()));
        config.setMasterUrl(server.getScheme() + "://" + server.getHost() + ":" + proxy.port() + "/");
        config.setWatchReconnectInterval(100);
        config.setRequestTimeout((int) Duration.ofMinutes(10).toMillis());
        client = new KubernetesClientBuilder()
                .withConfig(config)
                .withHttpClientFactory(new KeepAliveHttpClientFactory(SHORT))
                .build();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        proxy.close();
        cluster.close();
    }

    /** Without it the request would wait for as long as it may. */
    @Test
    void aRequestIsSentAgainOnANewConnection() throws Exception {
        assertThat(client.raw("/version")).isNotEmpty();
        int before = proxy.connections();
        proxy.cut();
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> client.raw("/version"));
        // Three questions without an answer, and then the request itself once more.
        await().atMost(LONG).until(() -> proxy.connections() > before + 3);
        proxy.mend();
        assertThat(answer.get(LONG.toSeconds(), TimeUnit.SECONDS)).isNotEmpty();
    }

    @Test
    void aWatchSeesWhatHappenedWhileItsConnectionWasSilent() throws Exception {
        try (Watches watches = new Watches(client);
                WatchedKind watched = watches.open(CONFIG_MAPS, cluster.namespace(), new Bell())) {
            proxy.stall();
            cluster.client()
                    .resource(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withNamespace(cluster.namespace())
                            .withName("made-meanwhile")
                            .endMetadata()
                            .build())
                    .create();
            await().atMost(LONG)
                    .until(() ->
                            watched.get(cluster.namespace(), "made-meanwhile").isPresent());
        }
    }
}
