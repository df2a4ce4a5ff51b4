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
 * TaskManagers for a time, larger ones, native mode and back; an Iceberg table and a topic of Kafka, written and read.
 */
@OnTestBed({"kubernetes", "platform", "flink-modes"})
class FlinkModesOnTestBedTest {
    private static final String ROWS = "[[\"1\",\"anchor\"],[\"2\",\"rope\"],[\"3\",\"sail\"]]";

    @TempDir
    private Path home;

    @Test
    void everyModeIsRunAndTheClusterIsAsBefore() throws Exception {
        JsonNode report = new BedCommand(home, Map.of()).shipped("flink-modes", "testbed");

        assertThat(report.path("status").asText()).as(report.toString()).isEqualTo("succeeded");
        assertThat(report.path("simulated").asBoolean(true)).isFalse();
        assertThat(BedCommand.failed(report)).isEmpty();
        assertThat(leftOut(report)).as("steps that did not run").containsExactly("kafka-stand-in", "bundle");
        assertThat(rows(report, "iceberg-read")).isEqualTo(ROWS);
        assertThat(rows(report, "kafka-read")).isEqualTo(ROWS);
        assertThat(report.path("outputs").path("image").asText()).contains("/flink-connectors@sha256:");
        assertThat(report.path("outputs").path("batchJob").asText()).matches("[0-9a-f]{32}");
        assertThat(report.path("outputs").path("flinkUrl").asText())
                .startsWith("https://flink-jobmanager-flink-modes.apps.");
    }

    private static String rows(JsonNode report, String name) {
        for (JsonNode stage : report.path("stages")) {
            for (JsonNode step : stage.path("steps")) {
                if (step.path("step").asText().equals(name)) {
                    return step.path("outputs").path("rows").toString();
                }
            }
        }
        return "no step " + name;
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
