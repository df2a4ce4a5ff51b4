package io.slipway.sandbox.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.testserver.TestServer;
import org.junit.jupiter.api.Test;

class QuickLocksTest {
    /** When this fails after an update of Temporal, see whether its list of locks still grows, then mend or remove it. */
    @Test
    void theServerHasTheListThatIsMadeQuick() {
        try (TestServer.InProcessTestServer server = TestServer.createServer(true)) {
            assertThat(QuickLocks.in(server)).isTrue();
        }
    }
}
