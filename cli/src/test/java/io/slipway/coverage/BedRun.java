package io.slipway.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is kept of the report of a run on the test bed.
 *
 * @param pipeline the pipeline's name
 * @param day when it ran, as an ISO date
 * @param status what came of the rollout
 * @param seconds how long it took
 * @param evidence its steps and checks
 */
record BedRun(String pipeline, String day, String status, double seconds, Evidence evidence) {
    private static final Path KEPT = Path.of("src/test/resources/io/slipway/coverage/testbed");

    /** What is kept of that pipeline. */
    static Optional<BedRun> of(String pipeline) throws IOException {
        Path file = KEPT.resolve(pipeline + ".json");
        return Files.exists(file) ? Optional.of(Json.read(Files.readString(file), BedRun.class)) : Optional.empty();
    }

    /** Keeps what a report says, when it is one of real servers. */
    static void keep(Path report) throws IOException {
        JsonNode tree = Json.read(Files.readString(report), JsonNode.class);
        if (tree.path("simulated").asBoolean(true)) {
            throw new IllegalArgumentException(report + " is the report of a simulation");
        }
        BedRun run = new BedRun(
                tree.path("pipeline").asText(),
                tree.path("started").asText().replaceFirst("T.*", ""),
                tree.path("status").asText(),
                tree.path("seconds").asDouble(),
                Evidence.of(tree));
        Files.createDirectories(KEPT);
        Files.writeString(
                KEPT.resolve(run.pipeline() + ".json"),
                Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(run) + "\n");
    }
}
