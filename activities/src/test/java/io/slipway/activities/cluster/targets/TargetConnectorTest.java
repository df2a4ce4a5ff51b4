package io.slipway.activities.cluster.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.step.StepFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetConnectorTest {
    @ParameterizedTest
    @ValueSource(strings = {"not: [yaml", "clusters: oops"})
    void aFileThatIsNoKubeconfigIsNamed(String text, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("kubeconfig"), text);
        assertThatThrownBy(() -> TargetConnector.currentContext(Optional.of(file)))
                .isInstanceOf(StepFailure.class)
                .hasMessage(file + " is not a kubeconfig");
    }

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
