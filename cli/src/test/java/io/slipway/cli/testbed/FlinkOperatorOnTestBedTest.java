package io.slipway.cli.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Helm, session jobs, applications and scaling with the real Flink Kubernetes Operator 1.7.0 and real Flink 1.20. */
@OnTestBed({"kubernetes", "registry", "charts", "flink-operator"})
class FlinkOperatorOnTestBedTest {
    private static final String PIPELINE =
            TestBed.REPOSITORY.resolve("testbed/pipelines/flink-operator").toString();

    @TempDir
    private Path home;

    @Test
    void theOperatorCarriesOutWhatTheVerbsAsk() throws Exception {
        JsonNode report = new BedCommand(home, Map.of()).run("flink-operator", PIPELINE, "--target", "testbed");

        assertThat(report.path("status").asText()).as(report.toString()).isEqualTo("succeeded");
        assertThat(BedCommand.failed(report)).isEmpty();
        assertThat(report.path("outputs").path("sessionCheckpoints").asInt()).isPositive();
        assertThat(report.path("outputs").path("checkpoints").asInt()).isGreaterThanOrEqualTo(2);
    }
}
