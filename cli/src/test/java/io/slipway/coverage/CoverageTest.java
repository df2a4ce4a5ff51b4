package io.slipway.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.cli.CommandLineTest;
import io.slipway.cli.error.ExitCode;
import io.slipway.model.check.Checker;
import io.slipway.model.check.GuideIndex;
import io.slipway.model.check.PipelineFolder;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Every shipped pipeline runs whole in the sandbox, once, and {@code docs/coverage.md} is what the reports say.
 * {@code -Dslipway.docs.write=true} writes the page anew; {@code -Dslipway.testbed.report=FILE} keeps before that what the
 * report of a run on the test bed says.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoverageTest extends CommandLineTest {
    private static final Path PIPELINES =
            Path.of("../pipelines").toAbsolutePath().normalize();
    private static final Path PAGE = Path.of("../docs/coverage.md");
    /** How many requirements each guide has, in the order of the guides. */
    private static final List<Integer> REQUIREMENTS = List.of(18, 10, 8, 6, 21);

    private final List<ShippedRun> runs = new ArrayList<>();
    private CoveragePage page;

    @BeforeAll
    void runAll(@TempDir Path home) throws IOException, InterruptedException {
        JsonNode rows = rows();
        for (JsonNode wanted : rows.path("runs")) {
            Path where = Files.createDirectory(home.resolve("run-" + runs.size()));
            List<String> words = new ArrayList<>(List.of(
                    "run", PIPELINES.resolve(wanted.path("pipeline").asText()).toString(), "--sandbox", "--yes"));
            CoveragePage.texts(wanted.path("with"))
                    .forEach(word -> words.add(word.replace("PIPELINES", PIPELINES.toString())));
            runs.add(ShippedRun.of(wanted, ran(where, words.toArray(String[]::new)), where));
        }
        if (System.getProperty("slipway.testbed.report") != null) {
            BedRun.keep(Path.of(System.getProperty("slipway.testbed.report")));
        }
        page = new CoveragePage(rows, guides());
    }

    private Map<String, Guide> guides() throws IOException {
        Map<String, Guide> guides = new TreeMap<>();
        for (ShippedRun run : runs) {
            String name = run.pipeline();
            guides.put(
                    name,
                    new Guide(
                            Checker.check(PipelineFolder.at(PIPELINES.resolve(name))),
                            Evidence.of(runs.stream()
                                    .filter(other -> other.pipeline().equals(name))
                                    .map(ShippedRun::report)
                                    .toList()),
                            BedRun.of(name)));
        }
        return guides;
    }

    private static JsonNode rows() throws IOException {
        try (InputStream text = CoverageTest.class.getResourceAsStream("rows.yaml")) {
            return Json.tree(new Load(LoadSettings.builder().build()).loadFromInputStream(text));
        }
    }

    @TestFactory
    Stream<DynamicTest> runsToItsEnd() {
        return runs.stream()
                .map(run -> DynamicTest.dynamicTest(run.title(), () -> {
                    assertThat(run.ran().code()).as(run.ran().printed()).isEqualTo(ExitCode.DONE);
                    assertThat(run.ran().printed()).contains("SIMULATION");
                    assertThat(run.says())
                            .allSatisfy(words -> assertThat(run.ran().printed()).containsPattern(words));
                    assertThat(run.report().path("checks")).isNotEmpty();
                }));
    }

    /** A verb or probe that asks of the API server what it does not declare is found here. */
    @TestFactory
    Stream<DynamicTest> askedForNoRightThatThePlanDoesNot() {
        return runs.stream()
                .map(run -> DynamicTest.dynamicTest(
                        run.title(), () -> assertThat(run.rightsMissed()).isEmpty()));
    }

    @Test
    void everyShippedPipelineIsRun() throws IOException {
        try (Stream<Path> folders = Files.list(PIPELINES)) {
            assertThat(folders.filter(folder -> Files.exists(folder.resolve("pipeline.yaml")))
                            .map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(page.guides().keySet());
        }
    }

    @Test
    void everyRequirementHasItsRowAndNoOther() {
        List<String> expected = IntStream.range(0, REQUIREMENTS.size())
                .boxed()
                .flatMap(guide ->
                        IntStream.rangeClosed(1, REQUIREMENTS.get(guide)).mapToObj(number -> guide + "." + number))
                .toList();
        assertThat(page.rows().findValuesAsText("row")).containsExactlyElementsOf(expected);
        assertThat(page.guides().values().stream()
                        .flatMap(guide ->
                                guide
                                        .checked()
                                        .guide()
                                        .map(GuideIndex::requirements)
                                        .orElse(Map.of())
                                        .keySet()
                                        .stream()))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void noRowHasFailedOrIsOpenUnlessItSaysSo() {
        eachRow((guide, row) -> {
            String seen = page.simulated(guide, row);
            String number = row.path("row").asText();
            assertThat(seen).as(number).doesNotStartWith("**failed");
            assertThat(seen.startsWith("**open"))
                    .as(number + " is open: " + seen)
                    .isEqualTo(row.path("open").asBoolean());
        });
    }

    @Test
    void aRowThatLosesAStepOrCheckIsSeen() {
        eachRow((guide, row) -> {
            Guide carrying = page.carrying(guide, row);
            List<String> carriers = carrying.carriers(row.path("row").asText());
            for (String lost : carriers) {
                List<String> rest = carriers.stream()
                        .filter(carrier -> !carrier.equals(lost))
                        .toList();
                assertThat(CoveragePage.steps(rest)).isNotEqualTo(CoveragePage.steps(carriers));
            }
        });
        assertThat(new Evidence(Set.of("a"), Set.of(), Set.of()).outcome(List.of("a", "a: b")))
                .isEqualTo("in part, without `a: b`");
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        List<String> there = new ArrayList<>();
        for (String module : List.of("model", "reports", "activities", "worker", "sandbox", "cli")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/test/java"))) {
                files.map(file -> file.getFileName().toString().replace(".java", ""))
                        .forEach(there::add);
            }
        }
        eachRow((guide, row) -> assertThat(there).containsAll(CoveragePage.texts(row.path("tests"))));
    }

    @Test
    void thePageSaysSo() throws IOException {
        if (Boolean.getBoolean("slipway.docs.write")) {
            Files.writeString(PAGE, page.text());
        }
        assertThat(PAGE)
                .as("write it anew with -Dslipway.docs.write=true and read the difference")
                .hasContent(page.text());
    }

    private void eachRow(BiConsumer<JsonNode, JsonNode> look) {
        page.rows().path("guides").forEach(guide -> guide.path("rows").forEach(row -> look.accept(guide, row)));
    }
}
