package io.slipway.activities.cluster.targets;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.slipway.activities.cluster.TestCluster;
import org.junit.jupiter.api.Test;

class TargetConnectorTest {
    @Test
    void whatItWritesBearsItsName() {
        try (TestCluster cluster = TestCluster.bare();
                KubernetesClient client =
                        TargetConnector.client(cluster.sandbox().kubeconfig())) {
            ConfigMap made = client.resource(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withName("made")
                            .withNamespace(cluster.namespace())
                            .endMetadata()
                            .addToData("text", "by Slipway")
                            .build())
                    .create();
            assertThat(made.getMetadata().getManagedFields())
                    .extracting(ManagedFieldsEntry::getManager)
                    .containsExactly("slipway");
        }
    }
}
