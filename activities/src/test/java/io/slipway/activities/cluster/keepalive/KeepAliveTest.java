package io.slipway.activities.cluster.keepalive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.watch.Bell;
import io.slipway.activities.cluster.watch.WatchedKind;
import io.slipway.activities.cluster.watch.Watches;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections over which nothing comes back any more, although they are open. */
class KeepAliveTest {
    private static final ApiKind CONFIG_MAPS = ApiKind.namespaced("v1", "ConfigMap", "configmaps");
    private static final Patience SHORT =
            new Patience(Duration.ofMillis(500), Duration.ofMillis(1500), Duration.ofSeconds(3));

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
        config.setOnlyHttpWatches(true);
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

    /** Fabric8 decodes the pieces of a watch one by one, and ends it at what it cannot read. */
    @Test
    void aWatchReadsLettersOfSeveralBytes() {
        List<String> seen = new CopyOnWriteArrayList<>();
        Watch watch = client.configMaps().inNamespace(cluster.namespace()).watch(new Texts(seen));
        try (watch) {
            for (String text : List.of("größer", "数据", "🚢", "plain")) {
                cluster.client()
                        .resource(configMap("text-" + seen.size(), text))
                        .create();
                await().atMost(LONG).until(() -> seen.contains(text) || seen.contains(Texts.ENDED));
            }
            assertThat(seen).containsExactly("größer", "数据", "🚢", "plain");
        }
    }

    private record Texts(List<String> seen) implements Watcher<ConfigMap> {
        private static final String ENDED = "the watch has ended";

        @Override
        public void eventReceived(Action action, ConfigMap object) {
            Optional.ofNullable(object.getData().get("text")).ifPresent(seen::add);
        }

        @Override
        public void onClose(WatcherException cause) {
            seen.add(ENDED);
        }
    }

    @Test
    void aWatchSeesWhatHappenedWhileItsConnectionWasSilent() throws Exception {
        try (Watches watches = new Watches(client);
                WatchedKind watched = watches.open(CONFIG_MAPS, cluster.namespace(), new Bell())) {
            proxy.stall();
            cluster.client().resource(configMap("made-meanwhile", "any")).create();
            await().atMost(LONG)
                    .until(() ->
                            watched.get(cluster.namespace(), "made-meanwhile").isPresent());
        }
    }

    private ConfigMap configMap(String name, String text) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(cluster.namespace())
                .withName(name)
                .endMetadata()
                .addToData("text", text)
                .build();
    }
}
