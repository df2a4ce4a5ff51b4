package io.slipway.activities.badinput;

import io.slipway.model.check.Checker;
import io.slipway.model.check.PipelineFolder;
import io.slipway.model.check.Problem;
import io.slipway.model.check.Severity;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What {@code slipway check} says of a step. */
final class Checks {
    private final Path folder;

    Checks(Path parent) throws IOException {
        folder = Files.createDirectories(parent.resolve("demo"));
    }

    Optional<String> problem(BadInputCase wrong) throws IOException {
        for (Map.Entry<String, String> file : wrong.files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Files.writeString(folder.resolve("pipeline.yaml"), """
                slipway: v1
                pipeline: demo
                stages:
                  - stage: all
                    steps:
                      - step: bad
                        %s: %s
                """.formatted(wrong.verb(), Json.write(wrong.block())));
        return Checker.check(PipelineFolder.at(folder)).problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(Problem::message)
                .findFirst();
    }
}
