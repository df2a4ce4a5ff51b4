package io.slipway.cli.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pipelines of guide 004 with the real Flink Kubernetes Operator 1.7.0, real Flink 1.20 with its SQL Gateway, a real Kafka
 * with TLS and a password, MinIO, and an Ingress: the studio made, its job at work, and its clean-up, which waits for that job.
 */
@OnTestBed({"kubernetes", "platform", "charts", "flink-operator", "sql", "flink-studio"})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FlinkSqlStudioOnTestBedTest {
    private static final Path OWN = TestBed.REPOSITORY.resolve("testbed/pipelines");
    private static final String CLEANUP = "flink-sql-studio-cleanup";

    @TempDir
    private Path home;

    @Test
    @Order(1)
    void theStudioIsMadeAndScaledWhileItsJobGoesOn() throws Exception {
        succeeded(bed("studio-kafka", OWN.resolve("flink-sql"), "--only", "broker"));

        JsonNode report = new BedCommand(home, Map.of()).shipped("flink-sql-studio", "testbed");

        succeeded(report);
        assertThat(report.path("simulated").asBoolean(true)).isFalse();
        assertThat(leftOut(report))
                .as("steps that did not run")
                .containsExactlyInAnyOrder(
                        "kafka-stand-in",
                        "login-stand-in",
                        "certificate-stand-in",
                        "storage-class",
                        "identity-gke",
                        "identity-aks",
                        "gke-identity",
                        "aks-identity",
                        "operator-stand-in",
                        "image-build",
                        "session-gke",
                        "session-aks",
                        "identity-in-pod-gke",
                        "identity-in-pod-aks",
                        "disks-aks",
                        "bundle");
        assertThat(step(report, "inline").path("outputs").path("rows")).hasToString("[[\"1\"]]");
        assertThat(step(report, "datagen").path("outputs").path("rows")).hasSize(10);
        assertThat(step(report, "kafka-tables")
                        .path("outputs")
                        .path("jobs")
                        .path(0)
                        .asText())
                .matches("[0-9a-f]{32}");
        assertThat(report.path("outputs").path("url").asText()).isEqualTo("https://flink-studio.apps.testbed.test");
    }

    @Test
    @Order(2)
    void theJobReadsAvroAndWritesJson() throws Exception {
        JsonNode report = bed(
                "flink-studio",
                OWN.resolve("flink-studio"),
                "--param",
                "user=" + Instant.now().getEpochSecond());

        succeeded(report);
        assertThat(report.path("outputs").path("rows")).hasToString("[[\"2\"]]");
    }

    @Test
    @Order(3)
    void aScaleThatTheQuotaHasNoRoomForIsRefused() throws Exception {
        Path studio = TestBed.REPOSITORY.resolve("pipelines/flink-sql-studio");
        JsonNode report =
                bed("flink-sql-studio-quota", studio, "--profile", "testbed", "--only", "scaling", "-p", "scaleTo=9");

        assertThat(report.path("status").asText()).as(report.toString()).isEqualTo("failed");
        assertThat(step(report, "replicas").toString()).contains("from 2 to 9: the quota would be exceeded");
    }

    @Test
    @Order(4)
    void cleanUpIsRefusedWhileTheJobRuns() throws Exception {
        JsonNode report = bed("flink-sql-studio-refused", shipped());

        assertThat(report.path("status").asText()).as(report.toString()).isEqualTo("failed");
        assertThat(BedCommand.failed(report)).singleElement().asString().contains("no job runs");
        assertThat(report.path("warnings").toString()).contains("kafka_json_sink");
        assertThat(step(report, "access").path("status").asText()).isNotEqualTo("succeeded");
    }

    @Test
    @Order(5)
    void forcedItStopsTheJobWithASavepointAndRemovesEverything() throws Exception {
        JsonNode report = bed(CLEANUP, shipped(), "--param", "force=true");

        succeeded(report);
        assertThat(step(report, "stop-jobs").path("outputs").path("jobs")).hasSize(1);
        assertThat(step(report, "stop-jobs").path("outputs").path("path").asText())
                .startsWith("s3://flink-studio/savepoints/savepoint-");
        assertThat(leftOut(report))
                .containsExactlyInAnyOrder(
                        "sandbox-operator", "sandbox-studio", "sandbox-secret", "sandbox-job", "namespaces-gone");
    }

    private static Path shipped() {
        return TestBed.REPOSITORY.resolve("pipelines").resolve(CLEANUP);
    }

    private JsonNode bed(String name, Path pipeline, String... more) throws Exception {
        List<String> all = new ArrayList<>(List.of(pipeline.toString(), "--target", "testbed"));
        all.addAll(List.of(more));
        return new BedCommand(home, Map.of()).run(name, all.toArray(String[]::new));
    }

    private static void succeeded(JsonNode report) {
        assertThat(report.path("status").asText()).as(report.toString()).isEqualTo("succeeded");
        assertThat(BedCommand.failed(report)).isEmpty();
    }

    private static JsonNode step(JsonNode report, String name) {
        return steps(report).stream()
                .filter(step -> step.path("step").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no step " + name));
    }

    private static List<String> leftOut(JsonNode report) {
        return steps(report).stream()
                .filter(step -> !step.path("status").asText().equals("succeeded"))
                .map(step -> step.path("step").asText())
                .toList();
    }

    private static List<JsonNode> steps(JsonNode report) {
        return StreamSupport.stream(report.path("stages").spliterator(), false)
                .flatMap(stage -> StreamSupport.stream(stage.path("steps").spliterator(), false))
                .toList();
    }
}
