package io.slipway.cli.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The milestone of the Spark Operator under Flux with Flux's own controllers, which bring the operator by its chart and the
 * manifests out of Git, real Spark, MinIO in Ceph's place and Nessie.
 */
@OnTestBed({"kubernetes", "registry", "charts", "spark-operator", "lakefs", "flux"})
class SparkGitopsOnTestBedTest {
    @TempDir
    private Path home;

    @Test
    void fluxBringsTheOperatorAndItsApplicationsRun() throws Exception {
        JsonNode report = new BedCommand(home, Map.of()).shipped("spark-operator-gitops", "testbed");

        assertThat(report.path("status").asText()).as(report.toString()).isEqualTo("succeeded");
        assertThat(report.path("simulated").asBoolean(true)).isFalse();
        assertThat(BedCommand.failed(report)).isEmpty();
        assertThat(report.path("outputs").path("operator").asText()).startsWith("2.2.1");
        assertThat(report.path("outputs").path("manifests").asText()).matches("main@sha1:[0-9a-f]{40}");
        assertThat(report.path("outputs").path("pi").asText()).startsWith("3.1");
    }
}
