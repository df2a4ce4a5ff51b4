package io.slipway.uses;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.cli.ServerLab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The rows of {@code uses.yaml} on a Temporal server, one after the other, and the page that tells of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsesTest {
    private final Map<Use, Seen> seen = new LinkedHashMap<>();

    @BeforeAll
    void all(@TempDir Path folder) throws IOException {
        try (UsesLab lab = new UsesLab(folder)) {
            for (Use use : Use.all()) {
                if (ServerLab.isReal() || !use.server()) {
                    seen.put(use, lab.see(use));
                }
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> theRightCodeAndTheRightLines() {
        return seen.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey().use(), () -> {
                    Seen what = row.getValue();
                    String printed = String.join("\n", what.printed());
                    assertThat(what.code()).as(printed).isEqualTo(row.getKey().code());
                    assertThat(printed).contains(row.getKey().says());
                }));
    }

    @Test
    void thePageTellsWhatWasSeen() throws IOException {
        UsesPage.holds(seen);
    }
}
