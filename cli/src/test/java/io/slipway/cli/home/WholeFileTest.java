package io.slipway.cli.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is there whole, or as it was before. */
class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void whatCannotBeWrittenLeavesTheOldOneAndNothingBeside() throws IOException {
        Path file = folder.resolve("kubeconfig");
        assertThat(WholeFile.write(file, "old")).isEqualTo(file).hasContent("old");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        Path taken = Files.createDirectories(folder.resolve("taken/full")).getParent();
        assertThatThrownBy(() -> WholeFile.write(taken, "new")).isInstanceOf(IOException.class);
        assertThat(file).hasContent("old");
        try (var all = Files.list(folder)) {
            assertThat(all).containsExactlyInAnyOrder(file, taken);
        }
        Path left = Files.createFile(folder.resolve("kubeconfig.123.new"));
        Path young = Files.createFile(folder.resolve("kubeconfig.456.new"));
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        assertThat(WholeFile.write(file, "newer")).hasContent("newer");
        assertThat(left).doesNotExist();
        assertThat(young).exists();
        assertThat(WholeFile.write(file, "half a pair \ud83d")).hasContent("half a pair ?");
    }
}
