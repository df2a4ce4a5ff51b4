package io.slipway.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.slipway.model.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineSchemaTest {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema SCHEMA = REGISTRY.getSchema(PipelineSchema.write());

    @Test
    void isASchema() {
        Schema meta = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(meta.validate(PipelineSchema.write())).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> takesEveryRightPipeline() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root :
                List.of(Path.of("src/test/resources/golden/plan"), Path.of("../pipelines"), Path.of("../examples"))) {
            try (Stream<Path> paths = Files.walk(root)) {
                paths.filter(path -> path.endsWith("pipeline.yaml")).sorted().forEach(files::add);
            }
        }
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.toString(),
                        () -> assertThat(SCHEMA.validate(json(Files.readAllBytes(file))))
                                .isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{slipway: v1, pipeline: a}",
                "{slipway: v1, pipeline: a, stages: []}",
                "{slipway: v1, pipeline: a, stages: [{stage: b, steps: [{step: c}]}]}",
                "{slipway: v1, pipeline: a, stages: [{stage: b, steps: [{step: c, sleep: 1s, approve: x}]}]}",
                "{slipway: v1, pipeline: a, stages: [{stage: b, steps: [{step: c, sleep: one}]}]}",
                "{slipway: v1, pipeline: a, stages: [{stage: b, steps: [{step: c, deploy: {manifest: x}}]}]}",
                "{slipway: v1, pipeline: a, stages: [{stage: b, steps: [{step: c, timeout: '${{ x }}', sleep: 1s}]}]}"
            })
    void refusesWrongOnes(String yaml) {
        assertThat(SCHEMA.validate(json(yaml.getBytes(StandardCharsets.UTF_8)))).isNotEmpty();
    }

    private static JsonNode json(byte[] yaml) {
        return YamlReader.read("pipeline.yaml", yaml).root().orElseThrow().json();
    }
}
