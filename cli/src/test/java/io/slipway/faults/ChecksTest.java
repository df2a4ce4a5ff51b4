package io.slipway.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.model.action.Probe;
import io.slipway.model.journal.CheckResult;
import io.slipway.model.spec.Key;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every named check of the shipped pipeline, and every kind of probe, speaks when its fault strikes, with object, cause
 * and fix, and no check speaks that its row does not name. The pipeline is carried out once; each row strikes, all checks
 * are asked, and the fault is mended. Without a check its row fails, since exactly the checks of the row must fail.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChecksTest {
    private List<CheckRow> rows;
    private CheckedCluster cluster;
    private Map<String, CheckResult> well;

    @BeforeAll
    void carryOut(@TempDir Path folder) throws IOException {
        rows = Tables.checks();
        cluster = CheckedCluster.start(folder);
        well = cluster.ask();
    }

    @AfterAll
    void close() throws IOException {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void allIsWellBefore() throws InterruptedException {
        assertThat(CheckedCluster.failed(well)).isEmpty();
        assertThat(cluster.drift()).isEmpty();
    }

    @Test
    void everyCheckOfThePipelineHasARow() throws IOException {
        assertThat(rows.stream().flatMap(row -> row.says().keySet().stream()))
                .containsExactlyInAnyOrderElementsOf(well.keySet());
        assertThat(well.keySet().stream()
                        .filter(name -> !name.startsWith(ChecksPipeline.MORE + "/"))
                        .map(ChecksTest::named))
                .containsExactlyInAnyOrderElementsOf(ChecksPipeline.checks());
    }

    @Test
    void everyKindOfProbeHasARow() {
        assertThat(Arrays.stream(Probe.class.getPermittedSubclasses())
                        .map(kind -> kind.getAnnotation(Key.class).value()))
                .isSubsetOf(well.values().stream().map(CheckResult::probe).toList());
    }

    @Test
    void thePageHasThem() throws IOException {
        Page.holds("checks", Page.checks(rows));
        Page.holds("consequences", Page.consequences(rows));
    }

    /** Rows follow one another on one cluster: the next strikes as soon as the one before is mended. */
    @TestFactory
    Stream<DynamicTest> exactlyItsChecksSpeak() {
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(row.what(), () -> {
                    Map<String, CheckResult> struck = cluster.strike(row);
                    assertThat(CheckedCluster.failed(struck)).isEqualTo(row.failing());
                    row.says().forEach((check, said) -> {
                        says(said, struck.get(check));
                        Map<String, CheckResult> without = new TreeMap<>(struck);
                        without.remove(check);
                        assertThat(CheckedCluster.failed(without)).isNotEqualTo(row.failing());
                    });
                    row.also().forEach(check -> complete(struck.get(check)));
                    assertThat(CheckedCluster.failed(cluster.await(List.of())))
                            .as("once it is mended")
                            .isEmpty();
                }));
    }

    private static void says(CheckRow.Said said, CheckResult result) {
        complete(result);
        assertThat(said.object()).isNotBlank();
        assertThat(result.cause()).contains(said.object()).contains(said.cause());
        assertThat(result.fix()).contains(said.fix());
    }

    /** What was expected, what was seen, why it is so and what to do: nobody has to look elsewhere to begin. */
    private static void complete(CheckResult result) {
        assertThat(List.of(result.expected(), result.seen(), result.cause(), result.fix()))
                .as(result.name())
                .allSatisfy(text -> assertThat(text).isNotBlank());
    }

    private static String named(String stepAndCheck) {
        return stepAndCheck.substring(stepAndCheck.indexOf('/') + 1);
    }
}
