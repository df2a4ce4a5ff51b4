package io.slipway.sandbox.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import org.junit.jupiter.api.Test;

class EmbeddedTemporalTest {

    @Test
    void answers() {
        try (EmbeddedTemporal temporal = EmbeddedTemporal.start()) {
            var info = WorkflowServiceGrpc.newBlockingStub(temporal.channel())
                    .getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
            assertThat(info.hasCapabilities()).isTrue();
        }
    }
}
