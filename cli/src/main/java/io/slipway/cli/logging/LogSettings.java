package io.slipway.cli.logging;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where this process logs. Kept in system properties, because logging sets itself up when a library first asks for a
 * logger, which most commands never do.
 *
 * @param file the log file
 * @param onStderr whether warnings also go to stderr
 */
public record LogSettings(Path file, boolean onStderr) {
    private static final String FILE = "slipway.log.file";
    private static final String STDERR = "slipway.log.stderr";
    private static final List<String> VERBOSE = List.of("-v", "--verbose", "worker");

    /** The settings for a command line: a worker, which nobody watches, and {@code --verbose} warn on stderr. */
    public static LogSettings of(Path home, String... args) {
        boolean verbose = Arrays.stream(args).anyMatch(VERBOSE::contains);
        return new LogSettings(home.resolve("log").resolve("slipway.log"), verbose);
    }

    /** Makes them those of this process. */
    public void use() {
        System.setProperty(FILE, file.toString());
        System.setProperty(STDERR, Boolean.toString(onStderr));
    }

    /** Those of this process; empty where nobody has said, as in tests. */
    static Optional<LogSettings> current() {
        return Optional.ofNullable(System.getProperty(FILE))
                .map(file -> new LogSettings(Path.of(file), Boolean.getBoolean(STDERR)));
    }
}
