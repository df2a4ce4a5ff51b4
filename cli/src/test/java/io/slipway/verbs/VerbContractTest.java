package io.slipway.verbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What each verb promises: {@link VerbRow}s that are carried out in the sandbox, and on a real cluster with
 * {@code -Dslipway.test.kubeconfig=FILE}; both must say the same and leave the same. {@code -Dgolden.update=true} writes down
 * what comes out now.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerbContractTest {
    private final ExecutorService rollouts = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<VerbRow, Future<List<String>>> stories = new LinkedHashMap<>();
    private VerbBed bed;

    @BeforeAll
    void begin(@TempDir Path state) throws IOException {
        bed = VerbBed.start(state);
        String only = System.getProperty("slipway.verbs", "");
        try (Stream<Path> folders = Files.list(VerbBed.ROWS)) {
            folders.filter(folder -> Files.exists(folder.resolve(VerbRow.FILE)))
                    .sorted(Comparator.comparing(Path::toString))
                    .map(VerbRow::read)
                    .filter(row ->
                            only.isEmpty() || List.of(only.split(",", -1)).contains(row.name()))
                    .forEach(row -> stories.put(row, rollouts.submit(() -> story(row))));
        }
    }

    @AfterAll
    void end() throws IOException {
        rollouts.close();
        bed.close();
    }

    @TestFactory
    Stream<DynamicTest> rows() {
        return stories.keySet().stream().map(row -> DynamicTest.dynamicTest(row.name(), () -> holds(row)));
    }

    private List<String> story(VerbRow row) throws InterruptedException {
        return bed.missing(row).isPresent() ? List.of() : VerbStory.of(bed, row);
    }

    private void holds(VerbRow row) throws Exception {
        bed.missing(row).ifPresent(why -> {
            System.out.println("skipped " + row.name() + ": " + why);
            assumeTrue(false, why);
        });
        List<String> seen = stories.get(row).get();
        if (Boolean.getBoolean("golden.update")) {
            Files.write(row.expected(), seen);
        }
        assertThat(String.join("\n", seen))
                .as(row.name())
                .isEqualTo(String.join("\n", Files.readAllLines(row.expected())));
    }
}
