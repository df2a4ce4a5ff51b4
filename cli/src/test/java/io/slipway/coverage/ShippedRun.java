package io.slipway.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.cli.CommandLineTest.Ran;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A run of a shipped pipeline in the sandbox.
 *
 * @param pipeline the pipeline's name
 * @param title it and its arguments
 * @param says patterns that must be in what it prints
 * @param ran exit code and what it printed
 * @param report its report
 * @param rightsMissed what it asked of the API server beside the rights that its plan asks for
 */
record ShippedRun(
        String pipeline, String title, List<String> says, Ran ran, JsonNode report, Set<String> rightsMissed) {
    static ShippedRun of(JsonNode wanted, Ran ran, Path where) throws IOException, InterruptedException {
        String pipeline = wanted.path("pipeline").asText();
        return new ShippedRun(
                pipeline,
                pipeline + " " + String.join(" ", CoveragePage.texts(wanted.path("with"))),
                CoveragePage.texts(wanted.path("says")),
                ran,
                report(where, ran),
                new AskedRights(where).missed());
    }

    private static JsonNode report(Path where, Ran ran) throws IOException {
        try (Stream<Path> files = Files.walk(where.resolve(".slipway/rollouts"))) {
            Path report = files.filter(file -> file.endsWith("report.json"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no report: " + ran.printed()));
            return Json.read(Files.readString(report), JsonNode.class);
        }
    }
}
