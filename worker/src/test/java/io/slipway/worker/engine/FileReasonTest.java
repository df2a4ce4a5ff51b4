package io.slipway.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;

class FileReasonTest {
    @Test
    void aMessageThatIsOnlyANameGetsItsReason() {
        assertThat(FileReason.with("/state/blobs", AccessDeniedException.class.getName()))
                .isEqualTo("/state/blobs: permission denied");
        assertThat(FileReason.with("No space left on device", IOException.class.getName()))
                .isEqualTo("No space left on device");
    }
}
