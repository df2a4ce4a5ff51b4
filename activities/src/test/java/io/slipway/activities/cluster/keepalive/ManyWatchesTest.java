package io.slipway.activities.cluster.keepalive;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.watch.Bell;
import io.slipway.activities.cluster.watch.WatchedKind;
import io.slipway.activities.cluster.watch.Watches;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** More watches than an API server lets one HTTP/2 connection have; also with {@code -Dslipway.test.kubeconfig=FILE}. */
class ManyWatchesTest {
    private static final ApiKind CONFIG_MAPS = ApiKind.namespaced("v1", "ConfigMap", "configmaps");
    private static final int MORE_THAN_STREAMS = 150;

    @Test
    void allSeeWhatHappens() throws InterruptedException {
        try (TestCluster cluster = TestCluster.bare();
                KubernetesClient client = new KubernetesClientBuilder()
                        .withConfig(new ConfigBuilder(cluster.client().getConfiguration())
                                .withOnlyHttpWatches(true)
                                .build())
                        .withHttpClientFactory(new KeepAliveHttpClientFactory(Patience.USUAL))
                        .build();
                Watches watches = new Watches(client)) {
            for (int i = 0; i < MORE_THAN_STREAMS; i++) {
                watches.open(CONFIG_MAPS, "not-there-" + i, new Bell());
            }
            WatchedKind last = watches.open(CONFIG_MAPS, cluster.namespace(), new Bell());
            cluster.client()
                    .resource(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withNamespace(cluster.namespace())
                            .withName("seen")
                            .endMetadata()
                            .build())
                    .create();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> last.get(cluster.namespace(), "seen").isPresent());
        }
    }
}
