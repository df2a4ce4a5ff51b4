package io.slipway.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.cli.console.Console;
import io.slipway.cli.console.Environment;
import io.slipway.cli.home.Home;
import io.slipway.cli.logging.LogMask;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetEngineTest {
    @TempDir
    private Path folder;

    @Test
    void itsLogShowsNoSecretOfItsTargets() throws Exception {
        Home home = new Home(new Environment(
                Console.plain(new ByteArrayOutputStream(), new ByteArrayOutputStream()),
                folder,
                Map.of(),
                new ByteArrayInputStream(new byte[0])));
        FleetCluster targets = FleetCluster.sandboxes(folder.resolve("sandboxes"), List.of());
        try (FleetEngine fleet = FleetEngine.embedded(home, targets, Optional.empty(), Optional.empty())) {
            fleet.engine().masker().orElseThrow().learn("hunter2-of-a-fleet");

            assertThat(LogMask.hide("password is hunter2-of-a-fleet")).isEqualTo("password is ***");
        }
    }
}
