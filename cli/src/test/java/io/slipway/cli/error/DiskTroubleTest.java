package io.slipway.cli.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import org.junit.jupiter.api.Test;

class DiskTroubleTest {
    @Test
    void aFullDiskIsToldWithWhatWasWrittenAndWhatToDo() {
        IOException full = new IOException("No space left on device");

        assertThat(DiskTrouble.of(new UncheckedIOException("cannot write /state/journal.jsonl", full)))
                .isEqualTo(new DiskTrouble(
                        "cannot write /state/journal.jsonl: No space left on device",
                        "Free some space there, or set SLIPWAY_HOME to another folder."));
        assertThat(DiskTrouble.of(new UncheckedIOException(full)).message()).isEqualTo("No space left on device");
    }

    @Test
    void aDiskThatMayOnlyBeReadIsToldWithTheFile() {
        assertThat(DiskTrouble.of(new FileSystemException("/state", null, "Read-only file system")))
                .isEqualTo(new DiskTrouble(
                        "/state: Read-only file system", "Make it writable, or set SLIPWAY_HOME to another folder."));
    }

    @Test
    void aReasonThatJavaOnlyGivesAsAClassIsTold() {
        assertThat(DiskTrouble.of(new AccessDeniedException("/state")))
                .isEqualTo(new DiskTrouble(
                        "/state: permission denied", "Make it writable, or set SLIPWAY_HOME to another folder."));
        assertThat(DiskTrouble.of(new NotDirectoryException("/state")))
                .isEqualTo(new DiskTrouble("/state: it is not a folder", ""));
    }

    @Test
    void whatIsNoTroubleOfTheDiskHasNoSuchAdvice() {
        assertThat(DiskTrouble.of(new FileSystemException("/state/x", null, "Is a directory")))
                .isEqualTo(new DiskTrouble("/state/x: Is a directory", ""));
        assertThat(DiskTrouble.of(new IOException())).isEqualTo(new DiskTrouble("IOException", ""));
    }
}
