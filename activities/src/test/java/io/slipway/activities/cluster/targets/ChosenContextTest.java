package io.slipway.activities.cluster.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.activities.step.StepFailure;
import io.slipway.activities.step.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A context that is not there must never become the current one: that is another cluster. */
class ChosenContextTest {
    @TempDir
    private Path folder;

    private Optional<Path> kubeconfig(String current) throws IOException {
        return Optional.of(Files.writeString(folder.resolve("kubeconfig"), """
            apiVersion: v1
            kind: Config
            clusters:
            - { name: one, cluster: { server: "http://127.0.0.1:1001" } }
            - { name: two, cluster: { server: "http://127.0.0.1:1002" } }
            contexts:
            - { name: production, context: { cluster: one, user: ada } }
            - { name: staging, context: { cluster: two, user: ada } }
            users: [{ name: ada, user: { token: t } }]
            current-context: CURRENT
            """.replace("CURRENT", current)));
    }

    private static Target connect(Optional<Path> kubeconfig, String context) {
        return TargetConnector.connect(new TargetSettings(
                "target",
                kubeconfig,
                Optional.of(context).filter(name -> !name.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                Optional.empty()));
    }

    private static String server(Target target) {
        try (var client = target.client()) {
            return client.getMasterUrl().toString();
        }
    }

    @Test
    void aNamedContextIsTakenAndElseTheCurrentOne() throws IOException {
        assertThat(server(connect(kubeconfig("production"), "staging"))).contains("1002");
        assertThat(server(connect(kubeconfig("production"), ""))).contains("1001");
        assertThat(TargetConnector.currentContext(kubeconfig("production"))).contains("production");
    }

    @Test
    void aMisspelledContextIsRefusedAndTheOthersAreNamed() throws IOException {
        Optional<Path> kubeconfig = kubeconfig("production");
        assertThatThrownBy(() -> connect(kubeconfig, "stagin"))
                .isInstanceOf(StepFailure.class)
                .hasMessage("the kubeconfig has no context 'stagin'. Did you mean 'staging'?")
                .satisfies(
                        e -> assertThat(((StepFailure) e).failure().cause()).isEqualTo("it has production, staging"));
    }

    @Test
    void aCurrentContextThatThereIsNotIsRefused() throws IOException {
        Optional<Path> kubeconfig = kubeconfig("gone");
        assertThat(TargetConnector.currentContext(kubeconfig)).isEmpty();
        assertThatThrownBy(() -> connect(kubeconfig, "")).hasMessage("no kube context is selected");
    }
}
