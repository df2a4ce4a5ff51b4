package io.slipway.cli.console;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a command runs.
 *
 * @param console what it prints on
 * @param directory the caller's working directory; paths are relative to it
 * @param variables environment variables
 * @param in standard input
 */
public record Environment(Console console, Path directory, Map<String, String> variables, InputStream in) {
    public Environment {
        variables = Map.copyOf(variables);
    }

    /** The environment of this process. */
    public static Environment ofProcess() {
        return new Environment(Console.ofProcess(), Path.of("").toAbsolutePath(), System.getenv(), System.in);
    }

    /** The folder of journals, blobs and reports: {@code SLIPWAY_HOME}, or {@code .slipway} in the working directory. */
    public Path home() {
        return variable("SLIPWAY_HOME").map(directory::resolve).orElse(directory.resolve(".slipway"));
    }

    /** An environment variable that is set and not empty. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /** Who runs the command, as claimed. */
    public String user() {
        return variable("USER").or(() -> variable("LOGNAME")).orElse(System.getProperty("user.name", "unknown"));
    }
}
