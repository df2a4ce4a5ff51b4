package io.slipway.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, and how much of it, the answer is problems and never an exception. */
class HugeInputTest {
    private static final String HEAD = "slipway: v1\npipeline: demo\nstages:\n  - stage: one\n    steps:\n";

    @TempDir
    private Path folder;

    private Checked check(String steps) throws IOException {
        Path demo = Files.createDirectories(folder.resolve("demo"));
        Files.writeString(demo.resolve("pipeline.yaml"), HEAD + steps.indent(6));
        return Checker.check(PipelineFolder.at(demo));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ step: %sa, sleep: 1s }|a-",
                "{ step: a, sleep: %s1s }|1s",
                "{ step: a, secret: { name: %sa, data: { a: b } } }|a.",
                "{ step: a, pipeline: %sa }|a/",
                "{ step: a, delete: { selector: \"%sa\" } }|a=b,",
            })
    void oneLongText(String written) throws IOException {
        String[] parts = written.split("\\|");
        List<Problem> errors =
                check("- " + parts[0].formatted(parts[1].repeat(30_000))).errors();
        assertThat(errors)
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().line()).isEqualTo(6));
    }

    @Test
    void stepsWithoutEnd() throws IOException {
        String steps = IntStream.range(0, 5_000)
                .mapToObj(i -> "- { step: s" + i + ", sleep: 1s }\n")
                .collect(Collectors.joining());
        assertThat(check(steps + "- { step: last, when: \"steps.s0.status == 'failed'\", sleep: 1s }")
                        .problems())
                .isEmpty();
    }

    @Test
    void aControlCharacterIsNamedWithItsPlace() throws IOException {
        assertThat(check("- { step: a, sleep: 1s }\n- { step: b, description: \"x\u0080y\", sleep: 1s }")
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("pipeline.yaml:7:")
                        .contains("the control character U+0080"));
    }
}
