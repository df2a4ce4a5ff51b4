package io.slipway.cli.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pipeline of the guide on Flink's deployment modes with real Flink 2.1, built from its Dockerfile: standalone, ten
 * TaskManagers for a time, larger ones, native mode and back.
 */
@OnTestBed({"kubernetes", "platform", "flink-modes"})
class FlinkModesOnTestBedTest {
    @TempDir
    private Path home;

    @Test
    void everyModeIsRunAndTheClusterIsAsBefore() throws Exception {
        JsonNode report = new BedCommand(home, Map.of()).shipped("flink-modes", "testbed");

        assertThat(report.path("status").asText()).as(report.toString()).isEqualTo("succeeded");
        assertThat(report.path("simulated").asBoolean(true)).isFalse();
        assertThat(BedCommand.failed(report)).isEmpty();
        assertThat(leftOut(report)).as("steps that did not run").containsExactly("bundle");
        assertThat(report.path("outputs").path("image").asText()).contains("/flink-connectors@sha256:");
        assertThat(report.path("outputs").path("batchJob").asText()).matches("[0-9a-f]{32}");
        assertThat(report.path("outputs").path("flinkUrl").asText())
                .startsWith("https://flink-jobmanager-flink-modes.apps.");
    }

    private static List<String> leftOut(JsonNode report) {
        List<String> names = new ArrayList<>();
        for (JsonNode stage : report.path("stages")) {
            for (JsonNode step : stage.path("steps")) {
                if (!step.path("status").asText().equals("succeeded")) {
                    names.add(step.path("step").asText());
                }
            }
        }
        return names;
    }
}
