package io.slipway.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.slipway.cli.engine.ChosenCluster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manifests of the worker, applied as a server-side dry run. */
class DeployManifestsTest {
    private static final Path WORKER = Path.of("..", "deploy", "worker");

    @TempDir
    private static Path folder;

    private static ChosenCluster cluster;

    @BeforeAll
    static void start() throws IOException {
        cluster = ChosenCluster.rehearsal(folder.resolve("sandbox"), "platform", List.of());
    }

    @AfterAll
    static void stop() throws IOException {
        cluster.close();
    }

    @Test
    void theServerTakesAllOfThem() throws IOException {
        KubernetesClient client = cluster.target().client();
        List<HasMetadata> objects = objects(client);
        objects.stream()
                .filter(Namespace.class::isInstance)
                .forEach(namespace -> client.resource(namespace).serverSideApply());
        assertThat(objects)
                .extracting(HasMetadata::getKind)
                .contains("ServiceAccount", "Role", "RoleBinding", "PersistentVolumeClaim", "Deployment");
        for (HasMetadata object : objects) {
            assertThat(client.resource(object)
                            .dryRun()
                            .serverSideApply()
                            .getMetadata()
                            .getUid())
                    .as(object.getKind() + " " + object.getMetadata().getName())
                    .isNotEmpty();
        }
        assertThat(client.genericKubernetesResources("apps/v1", "Deployment")
                        .inNamespace("slipway")
                        .list()
                        .getItems())
                .as("a dry run keeps nothing")
                .isEmpty();
    }

    @Test
    void theDryRunRefusesWhatIsWrong() throws IOException {
        KubernetesClient client = cluster.target().client();
        HasMetadata deployment = objects(client).stream()
                .filter(object -> object.getKind().equals("Deployment"))
                .findFirst()
                .orElseThrow();
        deployment.getMetadata().setName("Not A Name");
        assertThatThrownBy(() -> client.resource(deployment).dryRun().serverSideApply())
                .isInstanceOf(KubernetesClientException.class);
    }

    private static List<HasMetadata> objects(KubernetesClient client) throws IOException {
        List<HasMetadata> all = new ArrayList<>();
        for (String file : List.of("rbac.yaml", "deployment.yaml")) {
            try (InputStream in = Files.newInputStream(WORKER.resolve(file))) {
                all.addAll(client.load(in).items());
            }
        }
        return all;
    }
}
