package io.slipway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.cli.engine.HistoryMain;
import io.slipway.cli.error.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a run with secrets in all places, half of whose steps print them and fail, no form of a value is anywhere. */
class SecretsTest {
    @TempDir
    private Path folder;

    @Test
    void noValueIsInAFileOrInWhatCommandsPrint() throws Exception {
        Path work = work();
        String run = printed(work, ExitCode.DONE, "run", "secrets", "--sandbox", "--yes", "-o", "json");
        assertThat(Hidden.in(run)).as(run).isEmpty();
        for (String command : List.of("show", "logs", "report")) {
            assertThat(Hidden.in(printed(work, ExitCode.DONE, command, "last")))
                    .as(command)
                    .isEmpty();
        }
        assertThat(Hidden.under(work.resolve(".slipway"))).isEmpty();
        assertThat(run).as("steps printed secrets, which were hidden").contains("***");
        assertThat(Hidden.in(store(work))).as("the cluster has the values").isNotEmpty();
    }

    @Test
    void noValueIsInTheHistory() throws Exception {
        Path work = work();
        try (Child child = Child.startMain(HistoryMain.class.getName(), work, Hidden.VARIABLES, "secrets")) {
            assertThat(child.exit()).as(child.printed()).isZero();
            assertThat(Hidden.in(child.printed())).isEmpty();
        }
        String history = Hidden.text(work.resolve(HistoryMain.FILE));
        assertThat(history).contains("secret-verb", "standard-input", "variable", "***");
        assertThat(Hidden.in(history)).isEmpty();
        assertThat(Hidden.under(work.resolve(".slipway"))).isEmpty();
    }

    private static String printed(Path work, int exit, String... command) throws Exception {
        try (Child child = Child.start(work, Hidden.VARIABLES, command)) {
            assertThat(child.exit()).as(child.printed()).isEqualTo(exit);
            return child.printed();
        }
    }

    private static String store(Path work) throws IOException {
        try (Stream<Path> files = Files.walk(work.resolve(".slipway/sandbox"))) {
            return files.filter(Files::isRegularFile).map(Hidden::text).collect(Collectors.joining());
        }
    }

    private Path work() throws IOException {
        Path secrets = Files.createDirectories(folder.resolve("secrets-of-the-worker"));
        Files.writeString(secrets.resolve("pem"), Hidden.PEM);
        Path work = Files.createTempDirectory(folder, "work");
        Path pipeline = Files.createDirectory(work.resolve("secrets"));
        Files.writeString(
                pipeline.resolve("pipeline.yaml"), resource("secrets.yaml").replace("@FOLDER@", secrets.toString()));
        Files.writeString(pipeline.resolve("secret.yaml"), resource("secret.yaml"));
        return work;
    }

    private static String resource(String name) throws IOException {
        try (InputStream text = SecretsTest.class.getResourceAsStream(name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
