package io.slipway.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The pipelines that Slipway ships with have no mistake. */
class ShippedPipelinesTest {

    @TestFactory
    Stream<DynamicTest> haveNoMistake() throws IOException {
        return folders().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> {
                    Checked checked = Checker.check(PipelineFolder.at(folder));
                    assertThat(checked.errors()).isEmpty();
                    assertThat(checked.warnings()).isEmpty();
                }));
    }

    /** A stream into a pod is a WebSocket; what newer API servers ask besides, a rollout asks itself before it begins. */
    @TestFactory
    Stream<DynamicTest> askForTheRightThatStreamsNeed() throws IOException {
        return folders().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> {
                    JsonNode pipeline = Checker.check(PipelineFolder.at(folder))
                            .root()
                            .orElseThrow()
                            .json();
                    assertThat(streams(pipeline))
                            .allSatisfy(permission -> assertThat(permission.path("verbs"))
                                    .as(permission.path("resource").asText())
                                    .extracting(JsonNode::asText)
                                    .contains("get"));
                }));
    }

    private static List<JsonNode> streams(JsonNode pipeline) {
        List<JsonNode> streams = new ArrayList<>();
        for (JsonNode permissions : pipeline.findValues("permissions")) {
            permissions.forEach(permission -> {
                if (permission.path("resource").asText().matches("pods/(exec|portforward)")) {
                    streams.add(permission);
                }
            });
        }
        return streams;
    }

    static List<Path> folders() throws IOException {
        List<Path> folders = new ArrayList<>();
        for (String parent : List.of("../pipelines", "../examples")) {
            try (Stream<Path> paths = Files.list(Path.of(parent))) {
                paths.filter(path -> Files.exists(path.resolve(PipelineFolder.FILE)))
                        .sorted()
                        .forEach(folders::add);
            }
        }
        return folders;
    }
}
