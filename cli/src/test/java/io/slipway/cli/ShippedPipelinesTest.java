package io.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.cli.error.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shipped pipelines that have no test of their own for it: the whole guide runs in the sandbox, and stands afterwards. */
class ShippedPipelinesTest extends CommandLineTest {
    @ParameterizedTest
    @ValueSource(strings = {"flink-modes", "spark-operator-gitops"})
    void runWholeInTheSandbox(String pipeline) {
        String path =
                Path.of("../pipelines", pipeline).toAbsolutePath().normalize().toString();
        assertThat(run("run", path, "--sandbox", "--yes", "-o", "json"))
                .as(err())
                .isEqualTo(ExitCode.DONE);
        JsonNode report = json();
        assertThat(report.path("status").asText()).isEqualTo("succeeded");
        assertThat(report.path("checks"))
                .isNotEmpty()
                .filteredOn(check -> check.path("severity").asText().equalsIgnoreCase("error"))
                .allSatisfy(check -> assertThat(check.path("passed").asBoolean())
                        .as(check.toString())
                        .isTrue());
        assertThat(run("check", path, "--coverage")).isEqualTo(ExitCode.DONE);
        assertThat(out()).contains("CARRIED BY");
    }
}
