package io.slipway.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.cli.CommandLineTest;
import io.slipway.cli.error.ExitCode;
import io.slipway.worker.engine.RolloutHandle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The rows of {@code uses.yaml} on a Temporal server, and the page that tells of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongUsesTest extends CommandLineTest {
    private final Map<WrongUse, Seen> seen = new LinkedHashMap<>();

    private Path where;
    private WrongLab lab;

    @BeforeAll
    void all(@TempDir Path given) throws IOException {
        where = given;
        lab = new WrongLab(where);
        Ran planned =
                ran(where, "plan", "over", "--kubeconfig", lab.server().filled("KUBECONFIG"), "--out", "over.json");
        assertThat(planned.code()).as(planned.printed()).isZero();
        Path here = WrongPipelines.waiting(where.resolve("here"));
        Ran paused = ran(here, "run", "gate", "--sandbox");
        assertThat(paused.code()).as(paused.printed()).isEqualTo(ExitCode.PAUSED);
        lab.knows(here);
        for (WrongUse use : WrongUse.all()) {
            seen.put(use, see(use));
        }
    }

    @AfterAll
    void stop() throws IOException {
        lab.close();
    }

    private Seen see(WrongUse use) throws IOException {
        Map<String, List<?>> before = lab.state();
        Seen what = use.isTyped() ? typed(use) : typedAsCommand(use);
        return what.changed(!before.equals(lab.state()));
    }

    private Seen typedAsCommand(WrongUse use) {
        List<String> words = use.command().stream().map(lab.server()::filled).toList();
        Ran ran = use.here()
                ? ran(where.resolve("here"), words.toArray(String[]::new))
                : lab.server().ran(where, words);
        return new Seen(ran.code(), lab.server().emptied(ran.printed()).lines().toList(), false);
    }

    /** A run that was refused ends at once as failed: 2 stands for that, so that the tests of all rows are alike. */
    private Seen typed(WrongUse use) {
        RolloutHandle.End end = lab.server().typed(use.typed());
        return new Seen(end.succeeded() ? 0 : 2, end.message().lines().toList(), false);
    }

    @TestFactory
    Stream<DynamicTest> oneClearLineTheRightCodeAndNothingIsChanged() {
        return seen.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey().use(), () -> {
                    Seen what = row.getValue();
                    assertThat(what.code())
                            .as(what.printed().toString())
                            .isEqualTo(row.getKey().code());
                    assertThat(what.line()).contains(row.getKey().says());
                    assertThat(what.printed())
                            .as("a line, and at most one of advice")
                            .hasSizeLessThanOrEqualTo(what.isOfAFile() ? 3 : 2);
                    assertThat(what.printed()).noneMatch(line -> line.contains("Exception") || line.contains("\tat "));
                    assertThat(what.changed())
                            .as("a journal or an object has changed")
                            .isFalse();
                }));
    }

    @Test
    void thePageTellsWhatWasSeen() throws IOException {
        WrongPage.holds(seen);
    }
}
