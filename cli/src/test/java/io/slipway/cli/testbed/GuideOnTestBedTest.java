package io.slipway.cli.testbed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.cli.Slipway;
import io.slipway.cli.console.Console;
import io.slipway.cli.console.Environment;
import io.slipway.model.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped pipeline with real Spark, Flink, MinIO and Nessie on a real Kubernetes. Its report stays in
 * {@code cli/target/testbed} as evidence.
 */
@OnTestBed({"kubernetes", "platform"})
class GuideOnTestBedTest {
    private static final Path EVIDENCE = Path.of("target/testbed");

    @TempDir
    private Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void thePipelineOfTheGuideRunsWhole() throws IOException {
        int code = slipway(
                "run",
                TestBed.REPOSITORY.resolve("pipelines/datalyptica").toString(),
                "--kubeconfig",
                TestBed.kubeconfig().toString(),
                "--target",
                "testbed",
                "--profile",
                "testbed",
                "--yes",
                "-o",
                "json");
        JsonNode report = keep();

        assertThat(report.path("status").asText()).as(err()).isEqualTo("succeeded");
        assertThat(code).isZero();
        assertThat(report.path("simulated").asBoolean(true)).isFalse();
        assertThat(BedCommand.failed(report)).isEmpty();
        assertThat(report.path("outputs").path("pi").asDouble()).isBetween(3.0, 3.3);
        assertThat(report.path("outputs").path("sparkImage").asText()).contains("/spark-iceberg@sha256:");
        assertThat(report.path("outputs").path("flinkImage").asText()).contains("/flink-connectors@sha256:");
        assertThat(report.path("outputs").path("wordCountJob").asText()).matches("[0-9a-f]{32}");
    }

    private JsonNode keep() throws IOException {
        String report = out.toString(UTF_8);
        Files.createDirectories(EVIDENCE);
        Files.writeString(EVIDENCE.resolve("report.json"), report);
        assertThat(report).as(err()).startsWith("{");
        return Json.mapper().readTree(report);
    }

    private int slipway(String... args) {
        Environment environment = new Environment(
                Console.plain(out, err), home, Map.of("USER", "testbed"), new ByteArrayInputStream(new byte[0]));
        return new Slipway(environment).run(args);
    }

    private String err() {
        return err.toString(UTF_8);
    }
}
