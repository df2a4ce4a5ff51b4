package io.slipway.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.model.fleet.FleetTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An inventory without a fleet. */
class CheckedInventoryTest {
    @TempDir
    private Path folder;

    @Test
    void aSelectorChoosesFromTheFile() throws IOException {
        Path file = file("targets:\n- { name: a, context: south, labels: { ring: canary } }\n- { name: b }\n");
        assertThat(CheckedInventory.read(file, Optional.of("ring=canary")).targets())
                .extracting(FleetTarget::target)
                .containsExactly("south");
        assertThat(CheckedInventory.read(file, Optional.empty()).targets())
                .extracting(FleetTarget::target)
                .containsExactly("south", "b");
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() throws IOException {
        Path file = file("targets:\n- { name: a, contxt: south }\n");
        CheckedInventory inventory = CheckedInventory.read(file, Optional.empty());
        assertThat(inventory.targets()).isEmpty();
        assertThat(inventory.problems())
                .singleElement()
                .asString()
                .startsWith("inventory.yaml:2:14: unknown key 'contxt'")
                .endsWith("[SW010]");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("inventory.yaml"), text);
    }
}
