package io.slipway.activities.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;

class FileReasonTest {
    @Test
    void aStoreTellsItsReasonOnceWithTheFile() {
        assertThat(new StoreTrouble("cannot write the blob store", new AccessDeniedException("/state/blobs")).told())
                .isEqualTo("cannot write the blob store: /state/blobs: permission denied");
        assertThat(new StoreTrouble("cannot write the journal", new IOException("No space left on device")).told())
                .isEqualTo("cannot write the journal: No space left on device");
    }

    @Test
    void aMessageThatIsOnlyANameGetsItsReason() {
        assertThat(FileReason.with("/state/blobs", AccessDeniedException.class.getName()))
                .isEqualTo("/state/blobs: permission denied");
        assertThat(FileReason.with("No space left on device", IOException.class.getName()))
                .isEqualTo("No space left on device");
    }
}
