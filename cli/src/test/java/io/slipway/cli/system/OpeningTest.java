package io.slipway.cli.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.cli.engine.ChosenCluster;
import io.slipway.cli.engine.SandboxCluster;
import io.slipway.cli.engine.WorkerTargets;
import io.slipway.cli.error.CliException;
import io.slipway.sandbox.sim.SimulationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {
    @TempDir
    private Path folder;

    @Test
    void aSandboxThatStartsLaterIsWaitedFor() throws IOException {
        Path kubeconfig = folder.resolve("kubeconfig");
        Opening opening = new Opening(() -> reached(kubeconfig), () -> !Files.exists(kubeconfig));

        assertThat(opening.trouble()).hasValueSatisfying(why -> assertThat(why).hasMessageContaining("kubeconfig"));
        assertThat(opening.opened()).isEmpty();
        try (SandboxCluster cluster = SandboxCluster.start(Optional.empty(), 0, SimulationOptions.GUIDES, List.of())) {
            Files.writeString(kubeconfig, cluster.kubeconfig());
            assertThat(opening.trouble()).isEmpty();
            assertThat(opening.opened())
                    .hasValueSatisfying(targets -> assertThat(targets.names()).containsExactly("sandbox"));
            opening.opened().orElseThrow().close();
        }
    }

    private static WorkerTargets reached(Path kubeconfig) {
        return new WorkerTargets(ChosenCluster.reached(Optional.of(kubeconfig), ""), Optional.empty());
    }

    @Test
    void aClusterThatIsAwayIsWaitedForAndAMistakeIsNot() {
        CliException away = CliException.unreachable("it is away", "", null);
        assertThat(failing(away).trouble()).contains(away);

        CliException wrong = CliException.invalid("there is no such context", "");
        assertThatThrownBy(() -> failing(wrong).trouble()).isSameAs(wrong);
    }

    private static Opening failing(CliException why) {
        return new Opening(
                () -> {
                    throw why;
                },
                () -> false);
    }
}
