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
 * @param stderr what also goes to stderr
 */
public record LogSettings(Path file, Stderr stderr) {
    private static final String FILE = "slipway.log.file";
    private static final String STDERR = "slipway.log.stderr";
    private static final String JAVAS_OWN = "java.util.logging.config.file";
    private static final String SLF4J_OWN_WORDS = "slf4j.internal.verbosity";
    private static final List<String> VERBOSE = List.of("-v", "--verbose");

    /** What goes to stderr. */
    public enum Stderr {
        /** Nothing. */
        NOTHING,
        /** Warnings, short, for people. */
        WARNINGS,
        /** All that goes to the file, as lines, for a worker. */
        TEXT,
        /** All that goes to the file, one JSON object a line, for a worker. */
        JSON
    }

    /** The settings for a command line: {@code --verbose} shows warnings. */
    public static LogSettings of(Path home, String... args) {
        boolean verbose = Arrays.stream(args).anyMatch(VERBOSE::contains);
        return new LogSettings(home.resolve("log").resolve("slipway.log"), verbose ? Stderr.WARNINGS : Stderr.NOTHING);
    }

    /** Makes them those of this process; too late once something was logged. */
    public void use() {
        System.setProperty(FILE, file.toString());
        System.setProperty(STDERR, stderr.name());
        // Otherwise SLF4J says on stderr that two threads asked for it at once, which loses nothing.
        System.setProperty(SLF4J_OWN_WORDS, "ERROR");
        // What libraries say to Java's own logging would go to stderr: of a name that is unknown, gRPC alone says
        // pages.
        if (System.getProperty(JAVAS_OWN) == null) {
            System.setProperty(JAVAS_OWN, "/dev/null");
        }
    }

    /** Changes what goes to stderr in this process, where it logs at all; too late once something was logged. */
    public static void toStderr(Stderr what) {
        current().ifPresent(settings -> new LogSettings(settings.file(), what).use());
    }

    /** Those of this process; empty where nobody has said, as in tests. */
    static Optional<LogSettings> current() {
        return Optional.ofNullable(System.getProperty(FILE))
                .map(file -> new LogSettings(
                        Path.of(file), Stderr.valueOf(System.getProperty(STDERR, Stderr.NOTHING.name()))));
    }
}
