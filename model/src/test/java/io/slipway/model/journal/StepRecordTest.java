package io.slipway.model.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepRecordTest {
    @Test
    void expressionsSeeOutputsByTheNamesThatTheyCanWrite() {
        StepRecord record = StepRecord.pending("a", "one", "exec").with(Map.of("exit-code", IntNode.valueOf(3)));
        assertThat(record.seen().toString()).isEqualTo("{\"exit_code\":3,\"status\":\"pending\"}");
    }
}
