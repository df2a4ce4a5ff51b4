package io.slipway.model.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import io.slipway.model.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepRecordTest {
    private static final Instant AT = Instant.parse("2026-01-05T09:00:00Z");

    @Test
    void expressionsSeeOutputsByTheNamesThatTheyCanWrite() {
        StepRecord record = StepRecord.pending("a", "one", "exec").with(Map.of("exit-code", IntNode.valueOf(3)));
        assertThat(record.seen().toString()).isEqualTo("{\"exit_code\":3,\"status\":\"pending\"}");
    }

    @Test
    void aRoundIsOfTriesThatFollowOneAnotherByThemselves() {
        StepRecord record = StepRecord.pending("a", "one", "exec");
        for (int attempt = 1; attempt <= 4; attempt++) {
            StepStatus next = attempt == 2 ? StepStatus.PAUSED : StepStatus.RETRYING;
            record = record.started(attempt, "", AT)
                    .finished(StepResult.failed(Failure.of("no", "", "")), AT)
                    .with(next, "", AT);
        }
        assertThat(record.tries()).extracting(Try::round).containsExactly(1, 1, 3, 3);
        assertThat(Json.read("{\"attempt\":2,\"started\":\"2026-01-05T09:00:00Z\"}", Try.class)
                        .round())
                .as("written before there was such a thing")
                .isEqualTo(1);
    }

    /** By its worker, who knows what it had done, and by the end of the rollout. */
    @Test
    void aTryThatIsEndedTwiceKeepsWhatItHadDone() {
        StepResult known = new StepResult(
                StepResult.Outcome.FAILED,
                Map.of(),
                "cut short",
                List.of(),
                Optional.of(Failure.of("cut short", "", "")),
                Map.of("created", 1L),
                Optional.of("detail"));
        StepRecord record = StepRecord.pending("a", "one", "exec")
                .started(1, "", AT)
                .finished(known, AT)
                .finished(StepResult.failed(Failure.of("the rollout was cancelled", "", "")), AT);

        assertThat(record.result()).hasValueSatisfying(result -> {
            assertThat(result.summary()).isEqualTo("the rollout was cancelled");
            assertThat(result.detail()).contains("detail");
            assertThat(result.counts()).containsEntry("created", 1L);
        });
    }
}
