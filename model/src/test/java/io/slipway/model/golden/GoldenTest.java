package io.slipway.model.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.check.Checked;
import io.slipway.model.check.Checker;
import io.slipway.model.check.FleetChecker;
import io.slipway.model.check.PipelineFolder;
import io.slipway.model.check.Problem;
import io.slipway.model.check.ProblemCode;
import io.slipway.model.json.Json;
import io.slipway.model.plan.FleetPlanner;
import io.slipway.model.plan.PlanInput;
import io.slipway.model.plan.Planned;
import io.slipway.model.plan.Planner;
import io.slipway.model.yaml.YamlReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Golden folders: {@code golden/check/CASE} holds a pipeline and its problems, {@code golden/plan/CASE} a pipeline and
 * its plan; an {@code input.yaml} gives parameters. {@code -Dgolden.update=true} writes what comes out now.
 */
class GoldenTest {
    private static final Path ROOT = Path.of("src/test/resources/golden");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    @TestFactory
    Stream<DynamicTest> wrongPipelinesHaveExactlyTheseProblems() throws IOException {
        return folders("check").stream().map(folder -> test(folder, "out-problems.txt", problems(folder)));
    }

    @TestFactory
    Stream<DynamicTest> rightPipelinesHaveExactlyThisPlan() throws IOException {
        return folders("plan").stream().map(folder -> test(folder, "out-plan.json", plan(folder)));
    }

    @Test
    void everyProblemCodeHasACase() throws IOException {
        Set<String> seen = folders("check").stream()
                .flatMap(folder -> found(folder).stream())
                .map(problem -> problem.code().code())
                .collect(Collectors.toSet());
        assertThat(EnumSet.allOf(ProblemCode.class))
                .allSatisfy(code -> assertThat(seen).as(code.toString()).contains(code.code()));
    }

    @Test
    void everyProblemCodeIsExplained() {
        assertThat(EnumSet.allOf(ProblemCode.class)).allSatisfy(code -> {
            assertThat(code.doc().title()).as(code.code()).isNotEmpty();
            assertThat(code.doc().explanation()).as(code.code()).isNotEmpty();
            assertThat(code.doc().wrong()).as(code.code()).isNotEmpty();
            assertThat(code.doc().right()).as(code.code()).isNotEmpty();
        });
    }

    private static DynamicTest test(Path folder, String file, String actual) {
        return DynamicTest.dynamicTest(folder.getFileName().toString(), () -> {
            Path expected = folder.resolve(file);
            if (UPDATE) {
                Files.writeString(expected, actual);
            }
            assertThat(actual).isEqualTo(Files.readString(expected));
        });
    }

    private static String problems(Path folder) {
        return found(folder).stream().map(problem -> problem + "\n").collect(Collectors.joining());
    }

    private static List<Problem> found(Path folder) {
        grow(folder);
        if (folder.getFileName().toString().contains("fleet")) {
            return FleetPlanner.plan(FleetChecker.folder(pipelineOf(folder))).problems();
        }
        Checked checked = Checker.check(PipelineFolder.at(pipelineOf(folder)));
        return switch (Planner.plan(checked, input(folder))) {
            case Planned.Ready ready -> ready.warnings();
            case Planned.Refused refused -> refused.problems();
        };
    }

    private static String plan(Path folder) {
        Checked checked = Checker.check(PipelineFolder.at(pipelineOf(folder)));
        return switch (Planner.plan(checked, input(folder))) {
            case Planned.Ready ready -> pretty(Json.tree(ready.plan()));
            case Planned.Refused refused -> throw new AssertionError(folder + ": " + refused.problems());
        };
    }

    private static String pretty(JsonNode tree) {
        try {
            return Json.mapper()
                            .writer()
                            .with(SerializationFeature.INDENT_OUTPUT)
                            .writeValueAsString(tree) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A case whose {@code too-large.txt} names a file gets it, of holes only: nobody wants such a file in a clone. */
    private static void grow(Path folder) {
        Path wish = folder.resolve("too-large.txt");
        if (!Files.exists(wish)) {
            return;
        }
        try {
            Path file = pipelineOf(folder).resolve(Files.readString(wish).strip());
            file.toFile().deleteOnExit();
            try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
                large.setLength(PipelineFolder.MAX_BYTES + 1L);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pipeline is in a folder of its own name below the case, so that cases have readable names. */
    static Path pipelineOf(Path folder) {
        return folder.resolve("demo");
    }

    private static PlanInput input(Path folder) {
        Path file = folder.resolve("input.yaml");
        if (!Files.exists(file)) {
            return PlanInput.none();
        }
        try {
            JsonNode tree = YamlReader.read("input.yaml", Files.readAllBytes(file))
                    .root()
                    .orElseThrow()
                    .json();
            Map<String, String> env = new LinkedHashMap<>();
            tree.path("env")
                    .properties()
                    .forEach(entry -> env.put(entry.getKey(), entry.getValue().asText()));
            return new PlanInput(
                    Optional.ofNullable(tree.path("profile").textValue()),
                    values(tree.path("file")),
                    env,
                    values(tree.path("params")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, JsonNode> values(JsonNode node) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        }
        return values;
    }

    static List<Path> folders(String kind) throws IOException {
        try (Stream<Path> paths = Files.list(ROOT.resolve(kind))) {
            return paths.filter(Files::isDirectory).sorted().toList();
        }
    }
}
