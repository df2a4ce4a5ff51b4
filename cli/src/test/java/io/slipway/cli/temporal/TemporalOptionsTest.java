package io.slipway.cli.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.cli.console.Console;
import io.slipway.cli.console.Environment;
import io.slipway.cli.error.CliException;
import io.temporal.envconfig.ClientConfigTLS;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class TemporalOptionsTest {
    @TempDir
    private Path folder;

    @Command(name = "any")
    private static final class Any {
        @Mixin
        private TemporalOptions temporal;
    }

    private Environment environment(Map<String, String> variables) {
        Console console = Console.plain(new ByteArrayOutputStream(), new ByteArrayOutputStream());
        return new Environment(console, folder, variables, new ByteArrayInputStream(new byte[0]));
    }

    private static TemporalOptions options(String... args) {
        Any any = new Any();
        new CommandLine(any).parseArgs(args);
        return any.temporal;
    }

    private TemporalSettings read(Map<String, String> variables, String... args) {
        return options(args).required(environment(variables));
    }

    @Test
    void withoutAnAddressThereIsNoServer() {
        assertThat(options("--task-queue", "x").settings(environment(Map.of()))).isEmpty();
        assertThatThrownBy(() -> options("--namespace", "shop").settings(environment(Map.of())))
                .isInstanceOf(CliException.class)
                .hasMessageContaining("--namespace shop is an option for a Temporal server, and none is given");
        assertThat(options("--task-queue", "x").none()).isEmpty();
        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(CliException.class)
                .hasMessageContaining("no Temporal");
    }

    @Test
    void optionsAreStrongerThanTheEnvironment() {
        Map<String, String> variables = Map.of(
                "TEMPORAL_ADDRESS", "a:1", "TEMPORAL_NAMESPACE", "of-env", "TEMPORAL_UI_ADDRESS", "http://ui:8080/");
        TemporalSettings fromEnv = read(variables);
        assertThat(fromEnv.toString()).isEqualTo("a:1, namespace of-env, task queue slipway");
        assertThat(fromEnv.link("x y")).contains("http://ui:8080/namespaces/of-env/workflows/x%20y");
        assertThat(read(variables, "--temporal-address", "b:2", "--namespace", "typed", "--task-queue", "q"))
                .hasToString("b:2, namespace typed, task queue q");
    }

    @Test
    void tlsAndApiKeyComeFromFiles() throws Exception {
        for (String file : new String[] {"cert.pem", "key.pem", "ca.pem"}) {
            Files.writeString(folder.resolve(file), "-");
        }
        Files.writeString(folder.resolve("key.txt"), "very-secret\n");
        TemporalSettings settings = read(
                Map.of("TEMPORAL_ADDRESS", "a:1", "TEMPORAL_TLS_SERVER_NAME", "of-env"),
                "--temporal-tls-cert",
                "cert.pem",
                "--temporal-tls-key",
                "key.pem",
                "--temporal-tls-ca",
                "ca.pem",
                "--temporal-api-key-file",
                "key.txt");
        ClientConfigTLS tls = settings.profile().getTls();
        assertThat(tls.getClientCertPath()).isEqualTo(folder.resolve("cert.pem").toString());
        assertThat(tls.getServerName()).isEqualTo("of-env");
        assertThat(settings.profile().getApiKey()).isEqualTo("very-secret");
        assertThat(settings.toString()).doesNotContain("very-secret");
    }

    @Test
    void whatCannotWorkIsRefused() {
        Map<String, String> server = Map.of("TEMPORAL_ADDRESS", "a:1");
        assertThatThrownBy(() -> read(Map.of("TEMPORAL_ADDRESS", "a"))).hasMessageContaining("'a' is not an address");
        assertThatThrownBy(() -> read(server, "--temporal-tls-cert", "cert.pem"))
                .hasMessageContaining("certificate without a key");
        assertThatThrownBy(() -> read(server, "--temporal-tls-ca", "nowhere.pem"))
                .hasMessageContaining("nowhere.pem");
        assertThatThrownBy(() -> read(server, "--temporal-api-key-file", "nowhere"))
                .hasMessageContaining("nowhere cannot be read");
    }
}
