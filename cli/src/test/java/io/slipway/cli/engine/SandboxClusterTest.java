package io.slipway.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxClusterTest {

    @TempDir
    Path folder;

    @Test
    void aSandboxThatDoesNotStartLeavesItsFolderToTheNext() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() ->
                            SandboxCluster.start(Optional.of(folder), taken.getLocalPort(), "datalyptica", List.of()))
                    .isInstanceOf(IOException.class);
        }
        try (SandboxCluster cluster = SandboxCluster.start(Optional.of(folder), 0, "datalyptica", List.of())) {
            assertThat(cluster.sandbox().apiUrl()).isNotNull();
        }
    }
}
