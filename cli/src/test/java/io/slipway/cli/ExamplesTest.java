package io.slipway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.cli.console.Console;
import io.slipway.cli.console.Environment;
import io.slipway.cli.error.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of {@code examples/} runs in the sandbox, as its README says. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("../examples");

    @TempDir
    private Path folder;

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
        Run run = run(name);
        assertThat(run.code()).as(run.printed()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "scale, ok=false, put back from 3 to 1 replicas",
    })
    void showsWhatItIsFor(String name, String parameter, String words) {
        Run run = run(name, "-p", parameter);
        assertThat(run.code()).as(run.printed()).isEqualTo(ExitCode.FAILED);
        assertThat(run.printed()).contains(words);
    }

    private record Run(int code, String printed) {}

    private Run run(String name, String... more) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Environment environment = new Environment(
                Console.plain(printed, printed), folder, Map.of("USER", "ada"), new ByteArrayInputStream(new byte[0]));
        List<String> words = new ArrayList<>(List.of(
                "run", EXAMPLES.resolve(name).toAbsolutePath().normalize().toString(), "--sandbox", "--yes"));
        words.addAll(List.of(more));
        int code = new Slipway(environment).run(words.toArray(String[]::new));
        return new Run(code, printed.toString(UTF_8));
    }
}
