package io.slipway.model.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.model.check.Checker;
import io.slipway.model.check.PipelineFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    @Test
    void thePageOfVerbsIsUpToDate() throws IOException {
        isUpToDate("verbs.md", VerbPages.markdown());
    }

    @Test
    void thePageOfTheFileIsUpToDate() throws IOException {
        isUpToDate("language.md", LanguagePage.markdown());
    }

    private static void isUpToDate(String name, String page) throws IOException {
        Path file = Path.of("../docs").resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, page);
        }
        assertThat(Files.readString(file)).isEqualTo(page);
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
