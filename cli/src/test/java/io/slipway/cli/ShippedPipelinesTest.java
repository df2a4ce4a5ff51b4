package io.slipway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.cli.console.Console;
import io.slipway.cli.console.Environment;
import io.slipway.cli.error.ExitCode;
import io.slipway.model.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shipped pipelines that have no test of their own for it: the whole guide runs in the sandbox, and stands afterwards. */
class ShippedPipelinesTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"flink-modes", "spark-operator-gitops"})
    void runWholeInTheSandbox(String pipeline) {
        String path =
                Path.of("../pipelines", pipeline).toAbsolutePath().normalize().toString();
        assertThat(run("run", path, "--sandbox", "--yes", "-o", "json"))
                .as(err.toString(UTF_8))
                .isEqualTo(ExitCode.DONE);
        JsonNode report = Json.read(out.toString(UTF_8), JsonNode.class);
        assertThat(report.path("status").asText()).isEqualTo("succeeded");
        assertThat(report.path("checks"))
                .isNotEmpty()
                .filteredOn(check -> check.path("severity").asText().equalsIgnoreCase("error"))
                .allSatisfy(check -> assertThat(check.path("passed").asBoolean())
                        .as(check.toString())
                        .isTrue());
        assertThat(run("check", path, "--coverage")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString(UTF_8)).contains("CARRIED BY");
    }

    private int run(String... words) {
        out.reset();
        err.reset();
        Environment environment = new Environment(
                Console.plain(out, err), folder, Map.of("USER", "ada"), new ByteArrayInputStream(new byte[0]));
        return new Slipway(environment).run(words);
    }
}
