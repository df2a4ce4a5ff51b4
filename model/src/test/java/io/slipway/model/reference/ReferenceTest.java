package io.slipway.model.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.model.check.Checker;
import io.slipway.model.check.PipelineFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceTest {
    private static final Path PAGE = Path.of("../docs/verbs.md");

    @Test
    void thePageOfVerbsIsUpToDate() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, VerbPages.markdown());
        }
        assertThat(Files.readString(PAGE)).isEqualTo(VerbPages.markdown());
    }

    @ParameterizedTest
    @CsvSource({
        "deploy, Applies manifests",
        "deploy.manifests, Files or globs",
        "deploy.conflicts, another manager owns",
        "testJob.flinkRun.jar, Jar as the pod sees it",
        "testJob.sparkSubmit, Submits a Spark application",
        "pipeline, one deployment guide",
        "pipeline.stages.steps.when, Whether it runs",
        "step.when, Whether it runs",
        "check.http, Sends an HTTP request",
        "sw010, Unknown key",
    })
    void explains(String topic, String part) {
        assertThat(Explain.of(topic))
                .hasValueSatisfying(text -> assertThat(text).contains(part).endsWith("\n"));
    }

    @Test
    void everyTopicIsExplainedAndOthersAreNot() {
        assertThat(Explain.topics())
                .allSatisfy(topic -> assertThat(Explain.of(topic)).isPresent());
        assertThat(Explain.of("deploy.manifest")).isEmpty();
        assertThat(Explain.of("SW999")).isEmpty();
        assertThat(Explain.of("")).isEmpty();
    }

    @Test
    void coverageNamesStepsAndChecks() {
        Coverage coverage = Coverage.of(Checker.check(
                PipelineFolder.at(Path.of("src/test/resources/golden/check/sw092-guide-item-not-carried/demo"))));
        assertThat(coverage.items()).extracting(Coverage.Item::reference).contains("deploy/1", "deploy/2");
        assertThat(coverage.items().get(0).carriers()).containsExactly("a");
        assertThat(coverage.items().get(1).settled()).isFalse();
        assertThat(coverage.items().get(2).carriers()).containsExactly("a: c");
        assertThat(coverage.items().get(3).notCarried()).isEqualTo("Prose only");
    }
}
