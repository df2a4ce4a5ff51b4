package io.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.cli.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of {@code examples/} runs in the sandbox, as its README says. */
class ExamplesTest extends CommandLineTest {
    private static final Path EXAMPLES = Path.of("../examples");

    static List<String> names() throws IOException {
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            return folders.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void succeedsOrWaitsForAPerson(String name) {
        int expected = name.equals("approve") ? ExitCode.PAUSED : ExitCode.DONE;
        Ran run = carryOut(name);
        assertThat(run.code()).as(run.printed()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "scale, ok=false, restored from 3 to 1 replicas",
        "finally, exitCode=3, finally/remove-scratch succeeded",
    })
    void showsWhatItIsFor(String name, String parameter, String words) {
        Ran run = carryOut(name, "-p", parameter);
        assertThat(run.code()).as(run.printed()).isEqualTo(ExitCode.FAILED);
        assertThat(run.printed()).contains(words);
    }

    private Ran carryOut(String name, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "run", EXAMPLES.resolve(name).toAbsolutePath().normalize().toString(), "--sandbox", "--yes"));
        words.addAll(List.of(more));
        return ran(words.toArray(String[]::new));
    }
}
