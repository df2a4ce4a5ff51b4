package io.slipway.activities.cluster.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.activities.cluster.readiness.document.KubernetesDocuments;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every file under {@code readiness/<kind>/} is an object; its first two lines say what is expected of it. */
class ReadinessGoldenTest {

    private static final Path CASES = Path.of("src/test/resources/readiness");

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(CASES)) {
            files = walk.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(400);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(CASES.relativize(file).toString(), () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).startsWith("# expect: ");
        assertThat(lines.get(1)).startsWith("# reason:");
        String text = Files.readString(file);
        Readiness readiness = ReadinessRules.standard()
                .of(KubernetesDocuments.read(file.toString(), text).getFirst());
        assertThat(readiness.status())
                .as(readiness.reason())
                .isEqualTo(lines.get(0).substring("# expect: ".length()));
        assertThat(readiness.reason())
                .contains(lines.get(1).substring("# reason:".length()).strip());
    }
}
