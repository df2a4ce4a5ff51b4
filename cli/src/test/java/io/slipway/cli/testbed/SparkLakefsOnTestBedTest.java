package io.slipway.cli.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pipeline of the guide on lakeFS with the real Spark operator, installed by its own chart, real Spark and MinIO; only
 * lakeFS is a stand-in. A second run finds the operator there, and has an application and a branch of its own.
 */
@OnTestBed({"kubernetes", "registry", "charts", "spark-operator", "lakefs"})
class SparkLakefsOnTestBedTest {
    @TempDir
    private Path home;

    @Test
    void anIcebergTableIsWrittenOnABranchAndMerged() throws Exception {
        BedCommand command =
                new BedCommand(home, BedCommand.variables(TestBed.run().resolve("lakefs.env")));
        JsonNode first = succeeded(command.shipped("spark-lakefs", "testbed-kronodroid"));
        JsonNode second = succeeded(command.shipped("spark-lakefs", "testbed-kronodroid"));

        for (String output : new String[] {"application", "branch", "commit"}) {
            assertThat(second.path("outputs").path(output).asText())
                    .as(output)
                    .isNotEqualTo(first.path("outputs").path(output).asText());
        }
    }

    private static JsonNode succeeded(JsonNode report) {
        assertThat(report.path("status").asText()).as(report.toString()).isEqualTo("succeeded");
        assertThat(report.path("simulated").asBoolean(true)).isFalse();
        assertThat(BedCommand.failed(report)).isEmpty();
        assertThat(report.path("outputs").path("application").asText()).matches("kronodroid-iceberg-[0-9a-f]{10}");
        assertThat(report.path("outputs").path("branch").asText()).startsWith("kronodroid-spark-lakefs-");
        assertThat(report.path("outputs").path("commit").asText()).matches("[0-9a-f]{64}");
        return report;
    }
}
